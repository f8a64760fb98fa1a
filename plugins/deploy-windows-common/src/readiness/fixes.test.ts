import {
  effectiveInfra,
  readInfraDocument,
  SCHEMA,
  type EffectiveInfra,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import { fixDocument } from './__testUtils__/fixDocument';
import { assess } from './assess';
import { effective } from './effective/effective';
import { outcomeAt } from './effective/outcomeAt';
import { factsFor, serviceFactsFor } from './facts/factsFor';
import { askedChecks } from './pack/askedChecks';
import type { CheckDefinition } from './pack/pack';
import { shippedPacks } from './pack/shipped';
import type { OrgGraph } from './people/org';
import { subjectsOf } from './subjects';

const NOW = Date.UTC(2026, 10, 24, 15);
const PACKS = shippedPacks().flatMap(({ pack }) => pack ?? []);
const REF = 'component:default/web';

const ORG: OrgGraph = {
  users: {
    'user:default/ada': { title: 'Ada', active: true, groups: ['group:default/team'] },
    'user:default/bo': { title: 'Bo', active: true, groups: ['group:default/team'] },
  },
  groups: {
    'group:default/team': {
      title: 'Team',
      members: ['user:default/ada', 'user:default/bo'],
      children: [],
    },
    'group:default/partner': { title: 'Partner', members: [], children: [] },
  },
};

/** A service of which is known what there is, and hardly anything about it. */
const BARE = {
  schema: SCHEMA,
  platforms: [{ id: 'aws', status: 'allowed' }],
  environments: [
    {
      name: 'production',
      stage: 'production',
      launchedAt: '2026-12-24',
      hosting: { platform: 'aws' },
      processes: [{ name: 'web', role: 'web' }],
    },
    { name: 'staging', stage: 'staging' },
    { name: 'sandbox', stage: 'sandbox', exposure: { level: 'public' } },
  ],
  addons: [
    { id: 'store', category: 'database', operatedBy: 'organisation' },
    { id: 'logs', category: 'logging', operatedBy: 'organisation' },
    { id: 'mail', category: 'mail' },
  ],
  domains: [{ id: 'site', host: 'example.org', public: true }],
  observability: {
    logs: [{ id: 'application', to: ['logs'] }],
    monitors: [{ id: 'monitor', kind: 'uptime', addon: 'mail' }],
    alerts: [{ id: 'alert', condition: { type: 'log-match' } }],
  },
};

const ALERTED = {
  alerts: [{ id: 'alert', targets: [{ channel: 'page', to: 'group:default/team' }] }],
};
const ESCALATION = ['infrastructure', 'application', 'api'].map(id => ({
  id,
  for: id,
  to: 'group:default/team',
}));

/** What else a check wants, which the lines at one place cannot say. */
const BESIDES: Readonly<Record<string, object>> = {
  'backups.recovery-documented': { backups: [{ id: 'daily', of: 'store', method: 'snapshot' }] },
  'backups.recovery-tested-in-pipeline': {
    backups: [{ id: 'backup', of: 'store', method: 'snapshot' }],
  },
  'deploy.snapshot-and-rollback': {
    environments: [{ name: 'production', deploy: { migrations: 'automatic' } }],
  },
  'x.approved-services': {
    environments: [{ name: 'production', hosting: { product: 'ec2' } }],
    addons: ['store', 'logs', 'mail'].map(id => ({ id, product: `own-${id}` })),
  },
  'monitoring.responders-can-act': { observability: ALERTED },
  'monitoring.escalation-path': { support: { escalation: ESCALATION } },
  'monitoring.component-tests': {
    observability: { monitors: [{ id: 'data', kind: 'component', target: 'store' }] },
  },
  'status.off-infrastructure': {
    environments: ['staging', 'sandbox'].map(name => ({ name, hosting: { platform: 'aws' } })),
  },
};

/** Answered by other documents, or by the catalog. */
const ELSEWHERE = [
  'load.upstreams-known',
  'resilience.upstreams-resilient',
  'x.no-secret-in-catalog',
  'x.owner-valid',
];

/** Already answered by what the bare service says. */
const ANSWERED = ['x.environments-declared', 'x.platform-allowed', 'x.approved-services'];

const ENVIRONMENTS: Readonly<Record<string, string>> = {
  'access.exposure-enforced': 'staging',
  'x.sandbox-no-pii': 'sandbox',
  'x.sandbox-robots': 'sandbox',
};

const closable = PACKS.flatMap(({ checks }) => checks).filter(
  ({ id, fix }) => fix !== undefined && !ELSEWHERE.includes(id),
);

const closed = closable.map(({ id, fix, ...check }) => {
  if (fix === undefined) throw new Error(`${id} offers no lines`);
  const environment = ENVIRONMENTS[id] ?? 'production';
  const besides = BESIDES[id] ?? {};
  const lines = fixDocument(fix, environment);
  return { id, check: { ...check, id, fix }, environment, besides, lines };
});

describe('the lines a check offers', () => {
  it.each(closed.filter(({ id }) => !ANSWERED.includes(id)))(
    '$id is open without them',
    ({ check, environment, besides }) => {
      expect(ruled(check, environment, besides)?.status).not.toBe('pass');
    },
  );

  it.each(closed)('$id is closed by them', ({ check, environment, besides, lines }) => {
    expect(ruled(check, environment, besides, lines)).toMatchObject({ status: 'pass' });
  });

  it('leave a check that wants a confirmation too open until somebody gives it', () => {
    const check = closable.find(({ id }) => id === 'deploy.pinned-dependencies');
    if (check?.fix === undefined) throw new Error('It offers none');
    const [row] = rows(check, 'production', {}, fixDocument(check.fix));
    expect(row && effective(row, NOW)).toMatchObject({
      status: 'unknown',
      findings: [{ code: 'CONFIRMATION_MISSING' }],
    });
  });
});

/** What the rule says; undefined where it is not even known whether it is asked. */
function ruled(check: CheckDefinition, environment: string, ...documents: readonly object[]) {
  const [row] = rows(check, environment, ...documents);
  if (row === undefined) throw new Error(`${check.id} is not asked`);
  return row.applicability.state === 'applies' ? outcomeAt(row.steps, NOW).outcome : undefined;
}

function rows(check: CheckDefinition, environment: string, ...documents: readonly object[]) {
  const effectiveDocument = chain(documents);
  const subject = subjectsOf({
    entityRef: REF,
    kind: 'Component',
    title: 'Web',
    type: 'service',
    lifecycle: 'production',
    tags: [],
    owner: 'group:default/team',
    effective: effectiveDocument,
    declares: true,
  }).find(each => each.environment === environment);
  if (subject === undefined) throw new Error(`There is no ${environment}`);
  const input = {
    subject,
    effective: effectiveDocument,
    dependsOn: [],
    ownedRefs: [REF],
    org: ORG,
    secrets: [],
  };
  const { asked } = askedChecks({
    subject,
    effective: effectiveDocument,
    packs: PACKS,
    config: PACKS.map(({ name }) => ({ pack: name })),
  });
  return assess({
    subject,
    facts: factsFor(input),
    serviceFacts: serviceFactsFor(input),
    asked: asked.filter(({ definition }) => definition.id === check.id),
    org: ORG,
    records: { attestations: [], waivers: [] },
    upstream: () => undefined,
  });
}

/** The bare service, what else is said, and the lines: merged as documents of a chain are. */
function chain(documents: readonly object[]): EffectiveInfra {
  const [besides = {}, lines] = documents;
  return effectiveInfra([
    { entityRef: 'system:default/bare', level: 'system', document: read(BARE) },
    {
      entityRef: 'system:default/besides',
      level: 'system',
      document: read({ schema: SCHEMA, ...besides }),
    },
    { entityRef: REF, level: 'component', ...(lines !== undefined && { document: read(lines) }) },
  ]);
}

function read(value: object): InfraDocument {
  const result = readInfraDocument(value);
  if (result.outcome !== 'read') throw new Error(`was ${result.outcome}`);
  return result.document;
}
