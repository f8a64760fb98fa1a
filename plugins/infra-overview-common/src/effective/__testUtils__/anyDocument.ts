import fc from 'fast-check';
import { SCHEMA, type InfraDocument } from '../../document';

/** Few ids and few words, so that documents meet each other often. */
const id = fc.constantFrom('a', 'b', 'c.d');
const word = fc.constantFrom('x', 'y');
const reason = fc.constantFrom('static site', 'internal');
const verified = fc.record(
  { method: fc.constantFrom('document', 'human'), at: fc.constantFrom('2019-07-19', '2026-05-04') },
  { requiredKeys: ['method'] },
);
const stages = fc.array(fc.constantFrom('production', 'staging', 'ci'), { maxLength: 2 });
const stated = { verified, derived: fc.boolean(), notNeeded: reason, note: word };
const scoped = { stages, environments: fc.constantFrom(['production'], ['staging']) };
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] });

function items(fields: Record<string, fc.Arbitrary<unknown>>, key = 'id') {
  const item = fc.record({ [key]: id, ...fields }, { requiredKeys: [key] });
  return fc.uniqueArray(item, { selector: value => value[key], maxLength: 3 });
}

function list(fields: Record<string, fc.Arbitrary<unknown>>) {
  const filled = items({ ...stated, ...scoped, ...fields });
  return fc.oneof(
    { weight: 6, arbitrary: filled },
    fc.constant([]),
    fc.record({ notNeeded: reason }),
  );
}

function block(fields: Record<string, fc.Arbitrary<unknown>>) {
  return fc.oneof(
    { weight: 6, arbitrary: some(fields) },
    fc.constant('none'),
    fc.record({ notNeeded: reason }),
  );
}

const window = { kind: fc.constantFrom('allow', 'freeze'), title: word };
const hosting = some({ platform: fc.constantFrom('heroku', 'aws'), plan: word, os: word });
const processes = items(
  { role: fc.constantFrom('web', 'worker'), instances: fc.nat(3), server: word },
  'name',
);
const tls = block({ source: word, redirectHttp: fc.boolean() });
const category = fc.constantFrom('database', 'cache', 'queue');

const environments = fc.uniqueArray(
  fc.record(
    {
      name: fc.constantFrom('production', 'Production', 'staging', 'blue.2'),
      stage: fc.constantFrom('production', 'staging'),
      hosting,
      processes: fc.oneof(processes, fc.constant([])),
      deploy: block({
        trigger: word,
        windows: items({ ...window, ...scoped }),
        mustFit: fc.constantFrom('off', 'warn', 'enforce'),
      }),
      tags: items({ value: word }, 'key'),
      ...stated,
    },
    { requiredKeys: ['name'] },
  ),
  { selector: ({ name }) => name.toLowerCase(), maxLength: 3 },
);

const when = some({ stages, platforms: fc.constantFrom(['heroku'], ['aws']) });
const defaults = some({
  environments: items({ when, hosting, processes }),
  addons: items({ when, plan: word }),
  domains: items({ when, tls }),
});

const sections = {
  tier: fc.constantFrom(1, 2, 3),
  status: fc.constantFrom('draft', 'current'),
  verified,
  environments: fc.oneof({ weight: 6, arbitrary: environments }, fc.constant([])),
  addons: list({
    category,
    product: word,
    plan: word,
    storedIn: id,
    collectors: items({ name: word }),
  }),
  backups: list({ of: id, retention: fc.constantFrom('P4D', 'P28D') }),
  domains: list({ host: word, tls }),
  observability: some({
    logs: list({ captures: fc.array(word, { maxLength: 2 }) }),
    alerts: list({ source: id }),
  }),
  deployPolicy: some({
    timeZone: fc.constantFrom('Europe/Brussels', 'America/Chicago'),
    windows: items(window),
    openByDefault: fc.boolean(),
  }),
  support: block({ model: word, statusPage: block({ platform: word }) }),
  policies: list({ statement: word }),
  risks: list({ about: fc.constantFrom('addons[a]', 'backups[]') }),
  platforms: items({ id: fc.constantFrom('heroku', '*'), provides: defaults }),
  conformance: items({ status: fc.constantFrom('met', 'not-met'), ...scoped }, 'item'),
  topologies: list({ title: word }),
  glossary: items({ term: word, meaning: word }),
  defaults,
};

/** Documents of every shape the merge knows. */
export const anyDocument: fc.Arbitrary<InfraDocument> = some(sections).map(
  document => ({ schema: SCHEMA, ...document }) as unknown as InfraDocument,
);
