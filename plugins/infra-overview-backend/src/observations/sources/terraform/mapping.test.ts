import {
  aShownState,
  aState,
  fieldsOf,
  itemsOf,
  reportsOf,
  type AResource,
} from './__testUtils__/states';

const DATABASE = {
  engine: 'postgres',
  engine_version: '14.7',
  instance_class: 'db.t3.medium',
  multi_az: false,
  backup_retention_period: 7,
  backup_window: '03:00-04:00',
  maintenance_window: 'sun:05:00-sun:06:00',
  replicate_source_db: '',
};
const database = (attributes: object, more: Partial<AResource> = {}): AResource => ({
  type: 'aws_db_instance',
  attributes: { ...DATABASE, ...attributes },
  ...more,
});

describe.each([
  ['state version 4', aState],
  ['terraform show -json', aShownState],
])('%s', (_form, written) => {
  const oneReport = async (resources: readonly AResource[]) => {
    const reports = await reportsOf(written(resources));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ outcome: 'ok', group: 'shop', dropped: [] });
    return reports[0];
  };

  it('reads a database, its plan, its backups and its windows', async () => {
    const report = await oneReport([database({})]);
    expect(itemsOf(report, 'addons')).toEqual({
      'aws_db_instance.main': {
        category: 'database',
        product: 'aws-rds',
        plan: 'db.t3.medium',
        maintenanceWindow: 'sun:05:00-sun:06:00 UTC',
        'availability.redundancy': 'none',
        'availability.failover': 'none',
        'observed.engine': 'postgres 14.7',
      },
    });
    expect(itemsOf(report, 'backups')).toEqual({
      'aws_db_instance.main': {
        of: 'aws_db_instance.main',
        method: 'snapshot',
        frequency: 'P1D',
        retention: 'P7D',
        'pitr.window': 'P7D',
        'observed.backupWindow': '03:00-04:00 UTC',
      },
    });
  });

  it.each<[string, readonly AResource[], object]>([
    [
      'two zones',
      [database({ multi_az: true })],
      { 'availability.redundancy': 'multi-zone', 'availability.failover': 'automatic' },
    ],
    [
      'a replica',
      [database({}), database({ replicate_source_db: 'main' }, { name: 'reader' })],
      { 'availability.redundancy': 'replica', 'availability.replicas': 1 },
    ],
    [
      'a replica in another engine is nobody’s',
      [database({}), database({ replicate_source_db: 'x', engine: 'mysql' }, { name: 'reader' })],
      { 'availability.redundancy': 'none', 'availability.failover': 'none' },
    ],
    [
      'a replica of one of two primaries',
      [
        database({}),
        database({}, { name: 'other' }),
        database({ replicate_source_db: 'main' }, { name: 'reader' }),
      ],
      {},
    ],
    ['nobody says', [database({ multi_az: null })], {}],
  ])('availability: %s', async (_title, resources, availability) => {
    const main = itemsOf(await oneReport(resources), 'addons')?.['aws_db_instance.main'];
    const found = Object.entries(main ?? {}).filter(([field]) => field.startsWith('availability'));
    expect(Object.fromEntries(found)).toEqual(availability);
  });

  it.each<[string, AResource, object | undefined]>([
    ['no retention is no backup', database({ backup_retention_period: 0 }), { method: 'none' }],
    ['unknown retention says nothing', database({ backup_retention_period: null }), undefined],
    [
      'Aurora copies all the time',
      {
        type: 'aws_rds_cluster',
        attributes: {
          engine: 'aurora-postgresql',
          backup_retention_period: 14,
          cluster_members: [],
        },
      },
      { method: 'continuous', retention: 'P14D', 'pitr.window': 'P14D' },
    ],
    [
      'a cache with snapshots',
      {
        type: 'aws_elasticache_cluster',
        attributes: { engine: 'redis', snapshot_retention_limit: 2, num_cache_nodes: 1 },
      },
      { method: 'snapshot', frequency: 'P1D', retention: 'P2D' },
    ],
    [
      'memcached has none to switch on',
      {
        type: 'aws_elasticache_cluster',
        attributes: { engine: 'memcached', snapshot_retention_limit: 0 },
      },
      undefined,
    ],
  ])('backups: %s', async (_title, resource, backup) => {
    const backups = Object.values(itemsOf(await oneReport([resource]), 'backups') ?? {});
    const [{ of, 'observed.backupWindow': window, ...found } = {}] = backups as Record<
      string,
      unknown
    >[];
    expect(backups.length === 0 ? undefined : found).toEqual(backup);
  });

  it.each<[string, AResource[], object]>([
    [
      'the bucket itself',
      [
        {
          type: 'aws_s3_bucket',
          attributes: { bucket: 'shop-files', versioning: [{ enabled: true }] },
        },
      ],
      { 'shop-files': { of: 'shop-files', method: 'versioning' } },
    ],
    [
      'a resource of its own, which is the newer way',
      [
        {
          type: 'aws_s3_bucket',
          attributes: { bucket: 'shop-files', versioning: [{ enabled: true }] },
        },
        {
          type: 'aws_s3_bucket_versioning',
          attributes: { bucket: 'shop-files', versioning_configuration: [{ status: 'Suspended' }] },
        },
      ],
      { 'shop-files': { of: 'shop-files', method: 'none' } },
    ],
    ['nobody says', [{ type: 'aws_s3_bucket', attributes: { bucket: 'shop-files' } }], {}],
  ])('versions of a bucket: %s', async (_title, resources, backups) => {
    const report = await oneReport(resources);
    expect(itemsOf(report, 'addons')).toEqual({
      'shop-files': { category: 'storage', product: 'aws-s3' },
    });
    expect(itemsOf(report, 'backups')).toEqual(backups);
  });

  it('reads a cluster and a cache with failover', async () => {
    const report = await oneReport([
      {
        type: 'aws_rds_cluster',
        attributes: { engine: 'aurora-mysql', cluster_members: ['a', 'b', 'c'] },
      },
      {
        type: 'aws_elasticache_replication_group',
        attributes: {
          engine: 'redis',
          node_type: 'cache.t3.micro',
          automatic_failover_enabled: true,
        },
      },
    ]);
    expect(itemsOf(report, 'addons')).toEqual({
      'aws_rds_cluster.main': {
        category: 'database',
        product: 'aws-rds',
        'observed.engine': 'aurora-mysql',
        'availability.redundancy': 'replica',
        'availability.failover': 'automatic',
        'availability.instances': 3,
        'availability.replicas': 2,
      },
      'aws_elasticache_replication_group.main': {
        category: 'cache',
        product: 'aws-elasticache',
        plan: 'cache.t3.micro',
        'observed.engine': 'redis',
        'availability.redundancy': 'replica',
        'availability.failover': 'automatic',
      },
    });
  });

  it('reads names, certificates and the way in', async () => {
    const report = await oneReport([
      { type: 'aws_route53_zone', attributes: { name: 'example.org.' } },
      {
        type: 'aws_route53_record',
        name: 'www',
        attributes: { name: 'www', type: 'A', alias: [{ name: 'd1abc.cloudfront.net.' }] },
      },
      {
        type: 'aws_route53_record',
        name: 'api',
        attributes: {
          name: 'API.example.org',
          type: 'A',
          alias: [{ name: 'dualstack.shop-1.eu-west-1.elb.amazonaws.com' }],
        },
      },
      {
        type: 'aws_route53_record',
        name: 'validation',
        attributes: { name: '_0a1b.example.org', type: 'CNAME' },
      },
      { type: 'aws_route53_record', name: 'mail', attributes: { name: 'example.org', type: 'MX' } },
      {
        type: 'aws_cloudfront_distribution',
        attributes: {
          aliases: ['www.example.org'],
          domain_name: 'd1abc.cloudfront.net',
          origin: [{ domain_name: 'shop-1.eu-west-1.elb.amazonaws.com' }],
          viewer_certificate: [
            { acm_certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' },
          ],
        },
      },
      {
        type: 'aws_lb',
        attributes: {
          dns_name: 'shop-1.eu-west-1.elb.amazonaws.com',
          load_balancer_type: 'application',
        },
      },
      {
        type: 'aws_lb_listener',
        attributes: { port: 80, protocol: 'HTTP', default_action: [{ type: 'redirect' }] },
      },
      {
        type: 'aws_acm_certificate',
        attributes: {
          domain_name: '*.example.org',
          not_after: '2027-03-01T23:59:59Z',
          renewal_eligibility: 'ELIGIBLE',
        },
      },
      {
        type: 'aws_acm_certificate',
        name: 'unused',
        attributes: { domain_name: 'old.example.com', renewal_eligibility: 'INELIGIBLE' },
      },
    ]);
    const certificate = {
      'tls.source': 'acm',
      'tls.expires': '2027-03-01',
      'tls.autoRenew': true,
      'observed.certificateEnds': '2027-03-01T23:59:59Z',
    };
    expect(itemsOf(report, 'domains')).toEqual({
      'www.example.org': { host: 'www.example.org', 'dns.provider': 'aws-route53', ...certificate },
      'api.example.org': {
        host: 'api.example.org',
        'dns.provider': 'aws-route53',
        'tls.redirectHttp': true,
        ...certificate,
      },
      'd1abc.cloudfront.net': { host: 'd1abc.cloudfront.net', kind: 'provider-default' },
      'old.example.com': { host: 'old.example.com', 'tls.source': 'acm', 'tls.autoRenew': false },
    });
    expect(fieldsOf(report)['observed.requestPath']).toEqual([
      'www.example.org → aws-cloudfront (d1abc.cloudfront.net) → aws-elb (shop-1.eu-west-1.elb.amazonaws.com)',
      'api.example.org → aws-elb (shop-1.eu-west-1.elb.amazonaws.com)',
    ]);
    expect(Object.keys(itemsOf(report, 'addons') ?? {})).toEqual([
      'd1abc.cloudfront.net',
      'example.org',
      'shop-1.eu-west-1.elb.amazonaws.com',
    ]);
  });

  it('counts hosts of count and for_each as one process', async () => {
    const report = await oneReport([
      {
        type: 'aws_instance',
        name: 'web',
        key: 0,
        attributes: { instance_type: 't3.small', availability_zone: 'eu-west-1b' },
      },
      {
        type: 'aws_instance',
        name: 'web',
        key: 1,
        attributes: { instance_type: 't3.small', availability_zone: 'eu-west-1a' },
      },
      {
        type: 'aws_autoscaling_group',
        name: 'this',
        module: 'module.worker',
        attributes: {
          min_size: 1,
          max_size: 4,
          desired_capacity: 2,
          availability_zones: ['eu-west-1a'],
        },
      },
      { type: 'aws_vpc', attributes: { tags: { Name: 'shop network' } } },
    ]);
    expect(itemsOf(report, 'processes')).toEqual({
      web: { instances: 2, size: 't3.small', zones: ['eu-west-1a', 'eu-west-1b'] },
      worker: {
        instances: 2,
        zones: ['eu-west-1a'],
        group: 'this',
        'observed.fewestInstances': 1,
        'observed.mostInstances': 4,
      },
    });
    expect(fieldsOf(report)).toMatchObject({
      'hosting.platform': 'aws',
      'hosting.product': 'ec2',
      'hosting.region': 'eu-west-1',
      'hosting.vpc': 'shop network',
    });
  });

  it('names services by their key', async () => {
    const report = await oneReport([
      { type: 'aws_ecs_service', name: 'service', key: 'web', attributes: { desired_count: 3 } },
      { type: 'aws_ecs_service', name: 'service', key: 'worker', attributes: { desired_count: 0 } },
    ]);
    expect(itemsOf(report, 'processes')).toEqual({
      web: { instances: 3 },
      worker: { instances: 0 },
    });
    expect(fieldsOf(report)).toMatchObject({ 'hosting.product': 'ecs' });
  });

  it('suggests places of credentials, where documents may refer to them', async () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf';
    const report = await oneReport([
      { type: 'aws_secretsmanager_secret', attributes: { arn: secret, name: 'shop/db' } },
      {
        type: 'aws_iam_role',
        attributes: { arn: 'arn:aws:iam::123456789012:role/shop-web', name: 'shop-web' },
      },
      {
        type: 'aws_ssm_parameter',
        attributes: { arn: 'arn:aws:ssm:eu-west-1:123456789012:document/x', name: '/shop/x' },
      },
    ]);
    expect(itemsOf(report, 'credentialLocations')).toEqual({
      'shop/db': { store: 'aws-secretsmanager', ref: secret },
      'shop-web': {
        store: 'aws-iam',
        ref: 'arn:aws:iam::123456789012:role/shop-web',
        delivery: 'assumed-role',
      },
    });
    const items = report?.outcome === 'ok' ? report.parts.flatMap(part => part.items) : [];
    expect(items.every(item => item.suggestion === true && item.sees.length === 0)).toBe(true);
  });

  it('only counts types it does not know', async () => {
    const report = await oneReport([
      { type: 'aws_iam_policy', name: 'a' },
      { type: 'aws_iam_policy', name: 'b' },
      { type: 'constructor' },
      { type: 'aws_security_group', attributes: { name: 'ssh' } },
      { type: 'aws_db_instance', mode: 'data', attributes: DATABASE },
    ]);
    expect(fieldsOf(report)['observed.resources']).toEqual([
      'aws_iam_policy: 2',
      'aws_security_group: 1',
      'constructor: 1',
    ]);
    expect(itemsOf(report, 'addons')).toEqual({});
  });

  it('says nothing is complete, and sees what it says', async () => {
    const report = await oneReport([database({})]);
    const parts = report?.outcome === 'ok' ? report.parts : [];
    expect(parts.map(part => part.part)).toEqual([
      'state',
      'processes',
      'addons',
      'domains',
      'credentials',
    ]);
    for (const part of parts) {
      expect(part.complete).toEqual([]);
      for (const item of part.items)
        expect(item.sees).toEqual(Object.keys(item.fields).filter(f => !f.startsWith('observed.')));
    }
  });

  it('makes each Heroku app a subject of its own', async () => {
    const uuid = '01234567-89ab-cdef-0123-456789abcdef';
    const reports = await reportsOf(
      written([
        {
          type: 'heroku_app',
          attributes: {
            id: uuid,
            uuid,
            name: 'shop-staging',
            region: 'eu',
            stack: 'heroku-24',
            space: '',
            config_vars: { A: 'never read' },
            all_config_vars: { A: 'never read' },
          },
        },
        {
          type: 'heroku_addon',
          attributes: {
            app_id: uuid,
            name: 'postgresql-flat-1',
            plan: 'heroku-postgresql:standard-0',
          },
        },
        {
          type: 'heroku_formation',
          attributes: { app_id: uuid, type: 'web', quantity: 2, size: 'Standard-1X' },
        },
        { type: 'heroku_pipeline_coupling', attributes: { app: 'shop-staging', stage: 'staging' } },
        { type: 'heroku_domain', attributes: { app_id: uuid, hostname: 'staging.example.org' } },
      ]),
    );
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ subject: 'shop-staging', environment: 'staging' });
    expect(fieldsOf(reports[0])).toMatchObject({
      'hosting.platform': 'heroku',
      'hosting.app': 'shop-staging',
      'hosting.region': 'eu',
      'hosting.stack': 'heroku-24',
      'hosting.runtime': 'common-runtime',
      'hosting.plan': 'standard-1x',
    });
    expect(itemsOf(reports[0], 'processes')).toEqual({
      web: { instances: 2, size: 'standard-1x' },
    });
    expect(itemsOf(reports[0], 'addons')).toEqual({
      'postgresql-flat-1': {
        product: 'heroku-postgresql',
        plan: 'standard-0',
      },
    });
    expect(itemsOf(reports[0], 'domains')).toEqual({
      'staging.example.org': { host: 'staging.example.org' },
    });
    expect(JSON.stringify(reports)).not.toMatch(/never read/);
  });

  it('only counts what belongs to an app of another state', async () => {
    const app_id = '01234567-89ab-cdef-0123-456789abcdef';
    const report = await oneReport([
      { type: 'heroku_formation', attributes: { app_id, type: 'web', quantity: 2 } },
    ]);
    expect(itemsOf(report, 'processes')).toEqual({});
    expect(fieldsOf(report)['observed.resources']).toEqual(['heroku_formation: 1']);
  });
});
