// What a state says, held against a document, end to end.
import {
  driftOf,
  effectiveInfra,
  readInfraDocument,
  type ObservedSubject,
} from 'backstage-plugin-infra-overview-common';
import { aState, AT, reportsOf } from './__testUtils__/states';

const DOCUMENT = {
  schema: 'infra-overview.io/v1alpha1',
  environments: [
    {
      name: 'production',
      hosting: { platform: 'aws', product: 'ecs', vpc: 'shop' },
      tags: [{ key: 'Project', value: 'shop' }],
      processes: [{ name: 'web', instances: 2 }],
    },
    { name: 'staging' },
  ],
  addons: [
    {
      id: 'db',
      category: 'database',
      product: 'aws-rds',
      plan: 'db.t3.small',
      availability: { redundancy: 'multi-zone' },
    },
    { id: 'cache', category: 'cache', product: 'elasticache' },
    { id: 'balancer', category: 'lb', product: 'aws-elb' },
  ],
  backups: [
    {
      id: 'nightly',
      of: 'db',
      method: 'snapshot',
      retention: 'P28D',
      environments: ['production'],
    },
  ],
  domains: [{ id: 'www', host: 'www.example.org', tls: { autoRenew: true } }],
};

it('finds the twins and says what differs', async () => {
  const tags = { Environment: 'prod', Project: 'shop', Name: 'shop' };
  const reports = await reportsOf(
    aState([
      { type: 'aws_vpc', attributes: { tags } },
      { type: 'aws_ecs_service', name: 'web', attributes: { desired_count: 3 } },
      {
        type: 'aws_db_instance',
        attributes: {
          engine: 'postgres',
          instance_class: 'db.t3.medium',
          multi_az: true,
          backup_retention_period: 7,
        },
      },
      { type: 'aws_s3_bucket', attributes: { bucket: 'shop-files' } },
      {
        type: 'aws_elasticache_cluster',
        attributes: { engine: 'redis', node_type: 'cache.t3.micro' },
      },
      {
        type: 'aws_acm_certificate',
        attributes: { domain_name: 'www.example.org', renewal_eligibility: 'INELIGIBLE' },
      },
    ]),
  );
  const subjects = reports.flatMap((report): readonly ObservedSubject[] =>
    report.outcome === 'failed' ? [] : [{ source: 'terraform', ...report }],
  );
  const read = readInfraDocument(DOCUMENT);
  if (read.outcome !== 'read') throw new Error(read.outcome);
  const findings = driftOf(
    {
      entityRef: 'system:default/shop',
      relatedRefs: [],
      effective: effectiveInfra([
        { entityRef: 'system:default/shop', level: 'system', document: read.document },
      ]),
      subjects,
      sources: [{ id: 'terraform', maxAge: 86_400_000, platforms: [] }],
      notes: [],
      only: 'whole-project',
    },
    AT,
  );
  const told = findings.map(({ path, status, words }) => `${path}: ${status}, ${words}`);
  // What is as declared, what differs, and what only the state knows; all of production, nothing of staging.
  expect(told).toEqual(
    expect.arrayContaining([
      'environments[production].hosting.platform: same, as declared',
      'environments[production].hosting.product: same, as declared',
      'environments[production].hosting.vpc: same, as declared',
      'environments[production].processes[web].instances: different, declared 2, observed 3',
      'addons[db].product: same, as declared',
      'addons[db].plan: different, declared db.t3.small, observed db.t3.medium',
      'addons[db].availability.redundancy: same, as declared',
      'addons[cache].product: same, as declared',
      'addons[shop-files]: only-observed, found, not declared',
      'backups[nightly].method: same, as declared',
      'backups[nightly].retention: different, declared 28 days, observed 7 days',
      'domains[www].tls.autoRenew: different, declared yes, observed no',
    ]),
  );
  // The load balancer is not in the state, which proves nothing.
  expect(told.filter(line => line.includes('only-declared'))).toEqual([]);
  expect(new Set(findings.map(({ environment }) => environment))).toEqual(new Set(['production']));
});
