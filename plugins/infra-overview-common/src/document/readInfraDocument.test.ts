import fc from 'fast-check';
import { arbitraryDocument, arbitrarySpoiltDocument } from './__testUtils__/arbitraryDocument';
import { infraDocumentSchema, SCHEMA, type InfraDocument } from './document';
import { readInfraDocument, type ReadOptions } from './readInfraDocument';

function read(sections: object, options?: ReadOptions) {
  const result = readInfraDocument({ schema: SCHEMA, ...sections }, options);
  if (result.outcome !== 'read') throw new Error(`was ${result.outcome}`);
  return result;
}

function told(sections: object, options?: ReadOptions): string[] {
  return read(sections, options).problems.map(
    ({ code, path, message, fix }) => `${code} ${path}: ${message}${fix ? `. ${fix}` : ''}`,
  );
}

describe('whether a document is read', () => {
  it.each([
    ['nothing', undefined],
    ['an empty heading', null],
  ])('%s is no document', (_, value) => {
    expect(readInfraDocument(value)).toEqual({ outcome: 'absent' });
  });

  it.each([
    ['text', 'infra', 'not-an-object', '', 'text; expected a block of fields'],
    ['a list', [{ schema: SCHEMA }], 'not-an-object', '', 'a list; expected a block of fields'],
    ['a number', 4, 'not-an-object', '', 'a number; expected a block of fields'],
    ['no schema', { addons: [] }, 'schema-missing', 'schema', 'spec.infra has no schema'],
    ['an empty schema', { schema: null }, 'schema-missing', 'schema', 'spec.infra has no schema'],
    [
      'another group',
      { schema: 'example.org/v1' },
      'schema-foreign',
      'schema',
      '"example.org/v1" is not a schema this plugin knows',
    ],
    [
      'no group',
      { schema: 'v1alpha1' },
      'schema-foreign',
      'schema',
      '"v1alpha1" is not a schema this plugin knows',
    ],
    [
      'no version',
      { schema: 'infra-overview.io/latest' },
      'schema-foreign',
      'schema',
      '"infra-overview.io/latest" is not a schema this plugin knows',
    ],
    [
      'a list as schema',
      { schema: [SCHEMA] },
      'schema-foreign',
      'schema',
      'a list is not a schema this plugin knows',
    ],
    [
      'one nobody reads',
      { schema: 'infra-overview.io/v0alpha9' },
      'schema-foreign',
      'schema',
      'nothing reads infra-overview.io/v0alpha9 any more',
    ],
    [
      'the next alpha',
      { schema: 'infra-overview.io/v1alpha2' },
      'schema-newer',
      'schema',
      'spec.infra is written in infra-overview.io/v1alpha2; this version reads up to v1alpha1',
    ],
    [
      'a beta',
      { schema: 'infra-overview.io/v1beta1' },
      'schema-newer',
      'schema',
      'spec.infra is written in infra-overview.io/v1beta1; this version reads up to v1alpha1',
    ],
    [
      'a stable one',
      { schema: 'infra-overview.io/v1' },
      'schema-newer',
      'schema',
      'spec.infra is written in infra-overview.io/v1; this version reads up to v1alpha1',
    ],
  ])('%s is refused', (_, value, code, path, message) => {
    const result = readInfraDocument(value, {
      entityRef: 'system:default/orders',
      lineOf: () => 7,
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      problem: {
        code,
        severity: 'refused',
        path,
        message,
        line: 7,
        entityRef: 'system:default/orders',
      },
    });
  });

  it('three lines are a document', () => {
    expect(read({ addons: [{ id: 'db' }] })).toEqual({
      outcome: 'read',
      document: { schema: SCHEMA, addons: [{ id: 'db' }] },
      problems: [],
      notUnderstood: [],
    });
  });
});

describe('what an author is told', () => {
  it.each<[string, object, string, object]>([
    [
      'text for a number',
      { addons: [{ id: 'db', availability: { instances: 'one', replicas: 1 } }] },
      'wrong-type addons[db].availability.instances: "one" is text; expected a whole number, 0 or more',
      { addons: [{ id: 'db', availability: { replicas: 1 } }] },
    ],
    [
      'a number for text',
      { runtimes: [{ id: 'node', version: 4.2 }] },
      "wrong-type runtimes[node].version: 4.2 is a number; expected text. Put it in quotes: '4.2'",
      { runtimes: [{ id: 'node' }] },
    ],
    [
      'yes or no for a word',
      { backups: [{ id: 'a', method: false }] },
      'wrong-type backups[a].method: false is a yes or no; expected one of continuous, snapshot, logical, replication, versioning, none',
      { backups: [{ id: 'a' }] },
    ],
    [
      'one word for a list',
      { addons: [{ id: 'db', limits: 'slow' }] },
      'wrong-type addons[db].limits: "slow" is text; expected a list. Write a list: [slow]',
      { addons: [{ id: 'db' }] },
    ],
    [
      'a list for a block',
      { support: [] },
      'wrong-type support: a list; expected a block of fields or { notNeeded: reason } or none',
      {},
    ],
    [
      'a number out of range',
      { support: { serviceLevels: { availability: 101 }, hours: 'always' } },
      'wrong-type support.serviceLevels.availability: 101 is not possible; expected a number from 0 to 100',
      { support: { hours: 'always' } },
    ],
    [
      'an item that is text',
      { addons: ['db', { id: 'web' }] },
      'wrong-type addons[1]: "db" is text; expected a block of fields',
      { addons: [{ id: 'web' }] },
    ],
    [
      'an item without an id',
      { addons: [{ product: 'redis' }, { id: 'web' }] },
      'id-missing addons[1]: no id; this is left out. Write id, unique in its list',
      { addons: [{ id: 'web' }] },
    ],
    [
      'an environment without a name',
      { environments: [{ stage: 'ci' }] },
      'id-missing environments[1]: no name; this is left out. Write name, unique in its list',
      { environments: [] },
    ],
    [
      'an id twice',
      { observability: { logs: [{ id: 'logs', debug: true }, { id: 'logs' }] } },
      'duplicate-id observability.logs: two items with id logs; the second is ignored',
      { observability: { logs: [{ id: 'logs', debug: true }] } },
    ],
    [
      'environments that differ in case only',
      { environments: [{ name: 'CI' }, { name: 'ci' }] },
      'duplicate-id environments: two items with name ci; the second is ignored',
      { environments: [{ name: 'CI' }] },
    ],
    [
      'an id written like a title',
      { addons: [{ id: 'Sumo Logic' }] },
      'bad-id addons[Sumo Logic].id: "Sumo Logic" is not an id; read as sumo-logic. Write small letters, digits, dots and dashes, such as main-db',
      { addons: [{ id: 'sumo-logic' }] },
    ],
    [
      'an id of which nothing is left',
      { addons: [{ id: '???' }] },
      'bad-id addons[???].id: "???" is not an id. Write small letters, digits, dots and dashes, such as main-db',
      { addons: [] },
    ],
    [
      'an item that lacks what it says',
      { glossary: [{ id: 'slip', term: 'slip' }] },
      'field-missing glossary[slip]: no meaning; this is left out. Write meaning: What it means here.',
      { glossary: [] },
    ],
    [
      'a refusal without a reason',
      { backups: { notNeeded: '' } },
      'reason-missing backups.notNeeded: "" is not a reason. Write one sentence',
      {},
    ],
    [
      'a refusal with nothing after it',
      { addons: [{ id: 'mail', notNeeded: '  ' }] },
      'reason-missing addons[mail].notNeeded: "  " is not a reason. Write one sentence',
      { addons: [{ id: 'mail' }] },
    ],
    [
      'not applicable, and no reason',
      { conformance: [{ item: 'status.page', status: 'not-applicable' }] },
      'reason-missing conformance[item=status.page]: not-applicable has no reason; the answer is left out. Write reason: no-such-component, out-of-scope, replaced-by-other-control or other',
      { conformance: [] },
    ],
    [
      'a duration in words',
      { backups: [{ id: 'daily', retention: '4 weeks' }] },
      'bad-duration backups[daily].retention: "4 weeks" is not a duration. Write P28D or P4W',
      { backups: [{ id: 'daily' }] },
    ],
    [
      'a lead time in words',
      { deployPolicy: { audiences: [{ id: 'desk', lead: 'a day' }] } },
      'bad-duration deployPolicy.audiences[desk].lead: "a day" is not a lead time. Write one such as PT24H, or 2bd for two business days',
      { deployPolicy: { audiences: [{ id: 'desk' }], unreadable: ['audiences[desk].lead'] } },
    ],
    [
      'a day that does not exist',
      { domains: [{ id: 'site', tls: { expires: '2026-02-30', source: 'acm' } }] },
      'bad-date domains[site].tls.expires: "2026-02-30" is not a date. Write a day such as 2019-07-19',
      { domains: [{ id: 'site', tls: { source: 'acm' } }] },
    ],
    [
      'an address that is not encrypted',
      { environments: [{ name: 'production', url: 'http://orders.example.org' }] },
      'bad-url environments[production].url: "http://orders.example.org" is not an address. Write https:// or mailto:, without a user name',
      { environments: [{ name: 'production' }] },
    ],
    [
      'a script as an address',
      { links: [{ title: 'Docs', url: 'data:text/html,<script>1</script>' }] },
      'bad-url links[docs].url: "data:text/html,<script>1</script>" is not an address. Write https:// or mailto:, without a user name',
      { links: [{ title: 'Docs' }] },
    ],
    [
      'an entity ref with blanks',
      { addons: [{ id: 'db', resourceRef: 'the database' }] },
      'bad-ref addons[db].resourceRef: "the database" is not an entity ref. Write one such as resource:default/orders-db',
      { addons: [{ id: 'db' }] },
    ],
    [
      'an unknown field',
      { addons: [{ id: 'db', sink: { retension: 'P7D', durable: true } }] },
      'unknown-field addons[db].sink.retension: not understood; did you mean retention?',
      { addons: [{ id: 'db', sink: { durable: true } }] },
    ],
    [
      'an unknown section like nothing we know',
      { weather: 'fine' },
      'unknown-field weather: not understood',
      {},
    ],
    [
      'a field with a hostile name',
      { 'a.b[c]="d"': 1 },
      'unknown-field "a.b[c]=\\"d\\"": not understood',
      {},
    ],
    [
      'an unknown word',
      { environments: [{ name: 'production', stage: 'prod' }] },
      'unknown-word environments[production].stage: "prod" is not known here; expected one of local, ci, review, development, test, staging, preproduction, production, sandbox, other. Did you mean production?',
      { environments: [{ name: 'production' }] },
    ],
    [
      'an unknown word for a block',
      { support: { statusPage: 'no' } },
      'unknown-word support.statusPage: "no" is not known here; expected a block of fields or { notNeeded: reason } or none',
      {},
    ],
    [
      'an unknown tier',
      { tier: 5 },
      'unknown-word tier: 5 is not known here; expected one of 1, 2, 3, 4',
      {},
    ],
    [
      'an empty list',
      { backups: null },
      'empty-section backups: nothing follows; write [] for none, or leave it out',
      {},
    ],
    [
      'an empty block',
      { access: null },
      'empty-section access: nothing follows; write none for none, or leave it out',
      {},
    ],
    [
      'an empty field',
      { addons: [{ id: 'db', plan: null }] },
      'empty-section addons[db].plan: nothing follows; leave it out',
      { addons: [{ id: 'db' }] },
    ],
    [
      'an empty item',
      { addons: [null, { id: 'db' }] },
      'empty-section addons[1]: nothing is written in this item. Leave it out',
      { addons: [{ id: 'db' }] },
    ],
    [
      'empty braces',
      { network: {} },
      'empty-section network: nothing follows. Say what it is, or leave it out',
      {},
    ],
  ])('%s', (_, sections, problem, document) => {
    const result = read(sections);
    expect(told(sections)).toEqual([problem]);
    expect(result.document).toEqual({ schema: SCHEMA, ...document });
  });

  it('a deploy policy on a Component is misplaced', () => {
    const sections = { deployPolicy: { openByDefault: false } };
    expect(told(sections, { kind: 'component' })).toEqual([
      'misplaced deployPolicy: is read on Domain and System only. Write environments[].deploy.windows',
    ]);
    expect(read(sections, { kind: 'Component' })).toMatchObject({
      document: { schema: SCHEMA },
      notUnderstood: [{ path: 'deployPolicy', value: { openByDefault: false } }],
    });
    expect(told(sections, { kind: 'System' })).toEqual([]);
    expect(told(sections, { kind: 'Domain' })).toEqual([]);
  });

  it('names the entity, and the line where there is a text', () => {
    const lines: Record<string, number> = { 'addons[db].plan': 41 };
    const [problem] = read(
      { addons: [{ id: 'db', plan: 3 }] },
      { entityRef: 'component:default/orders', lineOf: path => lines[path] },
    ).problems;
    expect(problem).toMatchObject({
      line: 41,
      entityRef: 'component:default/orders',
      severity: 'error',
    });
  });

  it('cuts what it quotes', () => {
    const [problem] = read({ tier: 'x'.repeat(100_000) }).problems;
    expect(problem?.message.length).toBeLessThan(120);
    expect(told({ backups: [{ id: 'a', retention: `${'😀'.repeat(50)}` }] })[0]).toContain(
      `"${'😀'.repeat(40)}…"`,
    );
  });
});

describe('credential locations', () => {
  const planted = 'opensesame-opensesame';

  it.each([
    ['a reference of another form', { store: 'vault', ref: planted }],
    ['a reference without a store', { ref: planted }],
    ['an unknown field', { value: planted }],
    ['a wrong type', { store: 'vault', since: planted, delivery: planted, appliesTo: planted }],
    ['a block where words belong', { what: { password: planted }, rotation: { cadence: planted } }],
    ['an unknown store', { store: planted }],
  ])('%s is never repeated', (_, fields) => {
    const result = read({
      credentialLocations: [
        { id: 'db', ...fields },
        { what: planted },
        { id: 'db', what: 'again' },
      ],
    });
    expect(result.problems.length).toBeGreaterThan(2);
    expect(JSON.stringify(result)).not.toContain(planted);
    expect(result.document.credentialLocations).toMatchObject([{ id: 'db' }]);
  });

  it('a bad reference is dropped, the location stays', () => {
    const sections = {
      credentialLocations: [{ id: 'db', store: '1password', ref: 'the team vault', what: 'Login' }],
    };
    expect(told(sections)).toEqual([
      'credential-ref credentialLocations[db].ref: not a reference this store knows. Form for 1password: op://vault/item/field',
    ]);
    expect(read(sections).document.credentialLocations).toEqual([
      { id: 'db', store: '1password', what: 'Login' },
    ]);
  });
});

describe('documents of an older version', () => {
  const old = {
    schema: 'infra-overview.io/v1alpha0',
    addOns: [{ id: 'db', plan: 3, credentials: ['login'] }],
    credentials: [{ id: 'login', store: 'vault', ref: 'elsewhere' }],
    addons: [{ id: 'unknown-then' }],
  };

  it('are read as the newest, with problems where their author wrote', () => {
    const result = readInfraDocument(old, { lineOf: path => path.length });
    expect(result).toMatchObject({
      outcome: 'read',
      document: {
        schema: SCHEMA,
        addons: [{ id: 'db', credentials: ['login'] }],
        credentialLocations: [{ id: 'login', store: 'vault' }],
      },
      problems: [
        {
          code: 'schema-older',
          severity: 'hint',
          path: 'schema',
          message: 'written in v1alpha0, read as v1alpha1',
        },
        { code: 'unknown-field', path: 'addons' },
        { code: 'wrong-type', path: 'addOns[db].plan', line: 'addOns[db].plan'.length },
        { code: 'credential-ref', path: 'credentials[login].ref' },
      ],
    });
  });

  it('keep what had no meaning then', () => {
    const result = readInfraDocument(old);
    expect(result).toMatchObject({
      notUnderstood: [
        { path: 'addons', value: [{ id: 'unknown-then' }] },
        { path: 'addOns[db].plan' },
        {},
      ],
    });
  });
});

describe('hostile text', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['HTML', '"><img src=x onerror=alert(1)>'],
    ['a template', '${7*7} {{constructor}} $(id)'],
    ['right to left', '\u202Egnp.exe \u0627\u0644\u0639\u0631\u0628\u064A\u0629'],
    ['emoji', '👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['control letters', 'a\u0000b\u001B[31m\r\n\t'],
    ['half a letter', '\uD83D'],
    ['a long one', 'x'.repeat(100_000)],
  ])('%s stays as it was written', (_, text) => {
    const sections = {
      addons: [{ id: 'db', purpose: text, limits: [text] }],
      environments: [{ name: `e${text}`, annotations: [{ key: `k${text}`, value: text }] }],
    };
    expect(read(sections)).toEqual({
      outcome: 'read',
      document: { schema: SCHEMA, ...sections },
      problems: [],
      notUnderstood: [],
    });
  });

  it('names from the prototype are fields like others', () => {
    const hostile = JSON.parse(
      `{ "schema": "${SCHEMA}", "__proto__": { "tier": 1 }, "constructor": 1, "toString": 2 }`,
    );
    const result = readInfraDocument(hostile);
    expect(result).toMatchObject({ outcome: 'read', document: { schema: SCHEMA } });
    expect(result.outcome === 'read' && result.document.tier).toBeUndefined();
    expect(result.outcome === 'read' && result.notUnderstood.map(({ path }) => path)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
  });
});

describe('size', () => {
  const item = (index: number) => ({
    id: `a-${index}`,
    purpose: 'x'.repeat(60),
    retension: index,
    plan: 5,
  });
  const unknown = Object.fromEntries(
    Array.from({ length: 40_000 }, (_, index) => [`unknown-${index}`, 1]),
  );
  const longName = 'n'.repeat(500_000);

  it.each<[string, object]>([
    [
      'ten thousand items with two problems each',
      { addons: Array.from({ length: 10_000 }, (_, index) => item(index)) },
    ],
    ['forty thousand unknown fields', unknown],
    [
      'a list of two hundred thousand numbers where texts belong',
      { addons: [{ id: 'a', limits: Array(200_000).fill(1) }] },
    ],
    [
      'ten thousand windows of one name',
      { deployPolicy: { freezes: Array.from({ length: 10_000 }, () => ({ id: 'a' })) } },
    ],
    [
      'a name of half a million letters',
      {
        environments: [
          { name: longName, processes: Array.from({ length: 5_000 }, () => ({ x: 1 })) },
        ],
      },
    ],
    [
      'deep nesting where text belongs',
      { tier: JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) },
    ],
  ])('%s are read, before the test gives up', (_, sections) => {
    const result = read(sections);
    expect(result.problems.length).toBeGreaterThan(0);
  });
});

describe('whatever is written', () => {
  it('is read without throwing, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(readInfraDocument(value).outcome).toMatch(/absent|refused|read/);
      }),
    );
  });

  it('a right document is read as it is', () => {
    fc.assert(
      fc.property(arbitraryDocument, value => {
        expect(infraDocumentSchema.safeParse(readDocument(value)).success).toBe(true);
      }),
    );
  });

  it('gives a document of the schema, and nothing to say about it once it is written out again', () => {
    fc.assert(
      fc.property(arbitrarySpoiltDocument, value => {
        const document = readDocument(value);
        expect(infraDocumentSchema.parse(document)).toEqual(document);
        // What could not be read and had to be kept would be told again.
        fc.pre(!JSON.stringify(document).includes('"unreadable"'));
        expect(readInfraDocument(document)).toEqual({
          outcome: 'read',
          document,
          problems: [],
          notUnderstood: [],
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is either in the document or among what was not understood', () => {
    fc.assert(
      fc.property(arbitrarySpoiltDocument, value => {
        const { credentialLocations, ...rest } = value as Record<string, unknown>;
        const result = readInfraDocument(rest);
        const kept = new Set(
          result.outcome === 'read'
            ? leaves([result.document, result.notUnderstood.map(({ value: lost }) => lost)])
            : [],
        );
        expect(leaves(rest).filter(leaf => !kept.has(leaf))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('tells of every field that is not in the model', () => {
    fc.assert(
      fc.property(
        arbitrarySpoiltDocument,
        fc.string({ unit: 'grapheme' }),
        fc.jsonValue(),
        (value, name, content) => {
          const field = `x-${name}`;
          const result = readInfraDocument({ ...value, [field]: content });
          expect(result).toMatchObject({
            notUnderstood: expect.arrayContaining([expect.objectContaining({ value: content })]),
          });
        },
      ),
    );
  });
});

function readDocument(value: unknown): InfraDocument {
  const result = readInfraDocument(value);
  if (result.outcome !== 'read') throw new Error(`was ${result.outcome}`);
  return result.document;
}

/** Every text and number, however deep. */
function leaves(value: unknown): readonly (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
