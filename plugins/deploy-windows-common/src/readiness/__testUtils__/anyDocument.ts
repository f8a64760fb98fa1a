import fc from 'fast-check';
import type { Sections } from './builders';

/** Few ids and few words, so that the lists of a document meet each other often. */
const id = fc.constantFrom('a', 'b', 'c');
const word = fc.constantFrom('x', 'y');
const url = fc.constant('https://example.org/x');
const day = fc.constantFrom('2026-01-05', '2027-02-01');
const duration = fc.constantFrom('PT5M', 'P1D', 'P28D');
const party = fc.constantFrom('group:team', 'user:ben', 'role:owner', 'words', 'group:nobody');
const parties = fc.array(party, { maxLength: 2 });
const words = fc.array(word, { maxLength: 2 });

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const some = (fields: Fields) => fc.record(fields, { requiredKeys: [] });

function items(fields: Fields, key = 'id') {
  const item = fc.record({ [key]: id, ...fields }, { requiredKeys: [key] });
  return fc.uniqueArray(item, { selector: value => value[key], maxLength: 3 });
}

function list(fields: Fields, key = 'id') {
  const notNeeded = fc.constant('not for us');
  return fc.oneof(
    { weight: 8, arbitrary: items({ ...fields, ...(key === 'id' && { notNeeded }) }, key) },
    fc.constant([]),
    fc.record({ notNeeded }),
  );
}

function block(fields: Fields) {
  return fc.oneof(
    { weight: 6, arbitrary: some(fields) },
    fc.constant('none'),
    fc.record({ notNeeded: fc.constant('not for us') }),
  );
}

const processes = list(
  {
    role: fc.constantFrom('web', 'worker', 'one-off'),
    instances: fc.oneof(fc.nat(3), some({ min: fc.nat(3), max: fc.nat(3), words: word })),
    scaling: fc.constantFrom('horizontal', 'vertical'),
    autoscaling: block({ by: id }),
    zones: words,
    host: word,
    headroom: word,
  },
  'name',
);

const environment = {
  launchedAt: day,
  hosting: some({ platform: word, product: word, vpc: word, image: word }),
  exposure: block({
    level: fc.constantFrom('team', 'public'),
    expected: fc.constantFrom('team', 'public'),
    enforcedBy: fc.constantFrom('proxy', 'none'),
  }),
  maintenance: block({ duringDeploy: fc.boolean() }),
  deploy: block({
    by: parties,
    command: word,
    migrations: fc.constantFrom('automatic', 'none'),
    artifact: some({ pruned: fc.boolean(), lockfiles: words }),
  }),
  processes,
  tags: fc.uniqueArray(fc.record({ key: word, value: word }), { selector: ({ key }) => key }),
};

const addon = {
  category: fc.constantFrom('database', 'queue', 'cache', 'errors', 'apm', 'logging'),
  product: fc.constantFrom('aws-s3', 'x'),
  operatedBy: fc.constantFrom('self', 'third-party'),
  storedIn: id,
  volatile: fc.boolean(),
  host: word,
  availability: some({
    redundancy: fc.constantFrom('none', 'managed'),
    instances: fc.nat(2),
    replicas: fc.nat(1),
  }),
  receives: block({ classes: words, approval: some({ ref: word }) }),
  sink: some({ durable: fc.boolean(), retention: duration, readers: parties }),
  credentials: fc.uniqueArray(id),
};

const observability = some({
  logs: list({
    auditEvents: fc.constant(['system']),
    fields: words,
    debug: fc.boolean(),
    to: fc.uniqueArray(id),
  }),
  monitors: list({
    kind: fc.constantFrom('uptime', 'error'),
    target: fc.constantFrom('a', 'a.example'),
    addon: id,
    steps: words,
    interval: duration,
    reportWithin: duration,
  }),
  alerts: list({
    monitors: fc.uniqueArray(id),
    targets: fc.array(
      fc.record(
        {
          channel: fc.constantFrom('page', 'chat', 'email'),
          to: party,
          name: word,
          after: duration,
        },
        { requiredKeys: ['channel'] },
      ),
      { maxLength: 2 },
    ),
    severity: fc.constantFrom('page', 'info'),
    lastTested: day,
  }),
  channels: list({
    kind: fc.constantFrom('page', 'chat'),
    provider: word,
    reachesPerson: fc.boolean(),
  }),
});

/** Any document, as incomplete as real ones, with every section facts are read from. */
export const anyDocument: fc.Arbitrary<Sections> = some({
  environments: items(environment, 'name'),
  addons: list(addon),
  backups: list({
    of: id,
    method: fc.constantFrom('snapshot', 'none'),
    retention: duration,
    pitr: block({ window: duration }),
    lastRestoreTest: fc.record({ status: fc.constantFrom('passed', 'never'), at: day }),
  }),
  credentialLocations: list({ store: fc.constant('vault'), access: parties, appliesTo: words }),
  domains: list({
    host: fc.constant('a.example'),
    public: fc.boolean(),
    tls: block({ source: word, expires: day }),
    analytics: words,
  }),
  observability,
  procedures: list({ kind: fc.constantFrom('restore', 'deploy') }),
  platforms: list({ status: fc.constantFrom('allowed', 'prohibited') }),
  support: block({
    hours: word,
    agreedWith: words,
    escalation: list({ for: fc.constantFrom('api', 'application'), to: party }),
    statusPage: block({ url, subscribe: fc.boolean() }),
  }),
  security: block({ vulnScan: block({ tool: word, environments: fc.constant(['a']) }) }),
  capacity: block({
    events: list({ title: word, at: day }),
    loadTests: list({ environment: id, lastRun: day }),
  }),
}) as fc.Arbitrary<Sections>;

/** The same document with every list turned round. */
export function reversed<T>(value: T): T {
  if (Array.isArray(value)) return [...value].reverse().map(reversed) as unknown as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, reversed(each)]),
  ) as unknown as T;
}
