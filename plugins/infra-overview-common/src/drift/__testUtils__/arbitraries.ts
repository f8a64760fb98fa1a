import fc from 'fast-check';
import { itemsOf, type InfraDocument } from '../../document';
import { environmentNames, viewOf, type EffectiveInfra } from '../../effective';
import type { ObservedFields, ObservedItem, ObservedPart, ObservedSubject } from '../../observed';
import { DAY, HOUR, NOW, type Sections } from './aProject';

const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });
const plan = fc.constantFrom('mini', 'standard-0', 'Premium 0');
const size = fc.constantFrom('basic', 'Standard-1X', 'performance-m');
const length = fc.constantFrom('P1D', 'P7D', 'P4W', 'P28D');
const region = fc.constantFrom('us', 'eu', 'EU');
const instances = fc.oneof(
  fc.nat(4),
  fc.constant({ min: 1, max: 3 }),
  fc.constant({ words: 'many' }),
);

const processes = fc.uniqueArray(
  fc
    .record({ name: fc.constantFrom('web', 'worker', 'clock.two') })
    .chain(named =>
      some({ instances, size }).map(fields => ({ ...named, role: 'web' as const, ...fields })),
    ),
  { selector: ({ name }) => name, maxLength: 3 },
);
const environments = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('production', 'staging', 'blue'),
    hosting: some({ region, plan, stack: fc.constantFrom('heroku-24') }),
    maintenance: fc.constantFrom('none' as const, { notNeeded: 'static' }, { duringDeploy: true }),
    processes,
  }),
  { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
);
const addons = fc.uniqueArray(
  fc
    .record({ id: fc.constantFrom('db', 'cache', 'mail') })
    .chain(named =>
      some({ product: fc.constantFrom('heroku-postgresql', 'redis', 'mailgun'), plan }).map(
        fields => ({ ...named, ...fields }),
      ),
    ),
  { selector: ({ id }) => id, maxLength: 3 },
);
const backups = fc.uniqueArray(
  fc
    .record({
      id: fc.constantFrom('a', 'b'),
      of: fc.constantFrom('db', 'cache'),
      method: fc.constantFrom('logical', 'continuous'),
    })
    .chain(named =>
      some({ retention: length, frequency: length }).map(fields => ({ ...named, ...fields })),
    ),
  { selector: ({ id }) => id, maxLength: 2 },
);
const domains = fc.uniqueArray(
  fc
    .record({ id: fc.constantFrom('www', 'api') })
    .map(({ id }) => ({ id, host: `${id}.example.org`, tls: { source: 'acm' } })),
  { selector: ({ id }) => id, maxLength: 2 },
);

/** A project whose environments run on Heroku, each in an app of its own. */
export const project: fc.Arbitrary<Sections> = fc
  .record({
    environments,
    addons: fc.oneof(addons, fc.constant({ notNeeded: 'a demo' })),
    backups,
    domains,
  })
  .map(
    sections =>
      ({
        ...sections,
        environments: sections.environments.map(each => ({
          ...each,
          hosting: { platform: 'heroku', app: `app-${each.name}`, ...each.hosting },
        })),
      }) as unknown as Sections,
  );

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'no',
    'null',
    '0x1f',
    '1e3',
    '2026-12-01',
    '2026-12-01T10:00:00Z',
    'a: b',
    '- x',
    '# c',
    'key:',
    "it's",
    '"',
    'two\nlines',
    '\u2028',
    '__proto__',
    'a[b]"]',
    '\ud800',
    '*x',
    '&x',
    '!t',
    'trailing ',
    'P4W',
  ),
);
const anyValue = fc.oneof(anyText, fc.double(), fc.boolean(), fc.array(anyText, { maxLength: 2 }));
const fieldName = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'hosting.region',
      'hosting.plan',
      'hosting.stack',
      'stage',
      'deploy.branch',
      'deploy.trigger',
      'maintenance.duringDeploy',
      'plan',
      'product',
      'size',
      'instances',
      'instances.min',
      'retention',
      'frequency',
      'method',
      'of',
      'host',
      'tls.expires',
      'tls.source',
      'zones',
      'to',
      'name',
      'observed.lastBackup',
      'observed.certificateEnds',
      'observed.deploySteps',
      'observed.lastBackupSize',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      anyText,
      fc.constantFrom(
        '',
        '.',
        '..',
        '__proto__.x',
        'constructor',
        'tls.__proto__.x',
        'a[',
        'toString',
      ),
    ),
  },
);
const anyFields: fc.Arbitrary<ObservedFields> = fc.dictionary(fieldName, anyValue, { maxKeys: 4 });
const anyAt = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 20 }).map(hours => NOW - hours * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(NOW - 3 * DAY, NaN, Infinity, -Infinity, 0, 9e15) },
);
const list = fc.constantFrom(
  'processes',
  'addons',
  'backups',
  'domains',
  'observability.logs',
  'credentialLocations',
  'jobs',
) as fc.Arbitrary<ObservedItem['list']>;
const anyItem: fc.Arbitrary<ObservedItem> = fc.record({
  list,
  name: fc.oneof(fc.constantFrom('web', 'web.1', 'db', 'www.example.org', 'a'), anyText),
  fields: anyFields,
  sees: fc.array(fieldName, { maxLength: 2 }),
});
const anyPart: fc.Arbitrary<ObservedPart> = fc.record({
  part: fc.constantFrom('app', 'addons'),
  fields: anyFields,
  sees: fc.array(fieldName, { maxLength: 2 }),
  items: fc.array(anyItem, { maxLength: 4 }),
  complete: fc.array(list, { maxLength: 2 }),
  at: anyAt,
});

/** Whatever a source may say, sense or nonsense; each source and name once. */
export const anySubjects: fc.Arbitrary<readonly ObservedSubject[]> = fc.uniqueArray(
  fc
    .record({
      source: fc.constantFrom('heroku', 'terraform', 'unknown'),
      subject: fc.constantFrom('app-production', 'app-staging', 'app-blue', 'app-x', 'app-y'),
      parts: fc.array(anyPart, { maxLength: 2 }),
    })
    .chain(base =>
      some({
        group: fc.constantFrom('pipeline'),
        environment: fc.oneof(fc.constantFrom('staging', 'review', 'production'), anyText),
        entityRef: fc.constantFrom('system:default/shop', 'system:default/other'),
      }).map(fields => ({ ...base, ...fields }) as ObservedSubject),
    ),
  { selector: ({ source, subject }) => `${source}/${subject}`, maxLength: 5 },
);

/** Values that a source sees in good order, so that each may go into a document. */
export const goodSubjects: fc.Arbitrary<readonly ObservedSubject[]> = fc
  .record({
    fields: some({
      'hosting.region': region,
      'hosting.plan': plan,
      'hosting.stack': fc.constantFrom('heroku-22', 'no', '24', 'a: b # c'),
      'maintenance.duringDeploy': fc.boolean(),
      'deploy.branch': fc.constantFrom('main', 'release/1', '*'),
      stage: fc.constantFrom('production', 'staging', 'review'),
    }),
    processes: fc.array(
      some({ instances: fc.nat(4), size }).map(fields => ({ ...fields })),
      { maxLength: 3 },
    ),
    product: fc.array(
      fc.record({
        product: fc.constantFrom('heroku-postgresql', 'heroku-redis', 'mailgun', 'no'),
        plan: fc.constantFrom('mini', 'standard-0', '1e3'),
      }),
      { maxLength: 4 },
    ),
    backup: some({ retention: length, frequency: length }),
    method: fc.constantFrom('logical', 'continuous', 'none'),
    hosts: fc.uniqueArray(fc.constantFrom('www.example.org', '*.example.org', 'x.example.org')),
    expires: fc.constantFrom('2026-12-01', '2027-01-02T03:04:05Z'),
    app: fc.constantFrom('app-production', 'app-staging', 'app-blue'),
  })
  .map(({ fields, processes: found, product, backup, method, hosts, expires, app }) => {
    const names = ['web', 'worker', 'no'];
    const first = product[0] === undefined ? undefined : 'seen-0';
    const items: ObservedItem[] = [
      ...found.map((each, index): ObservedItem => ({
        list: 'processes',
        name: names[index] ?? 'x',
        fields: each as ObservedFields,
        sees: [],
      })),
      ...product.map((each, index): ObservedItem => ({
        list: 'addons',
        name: `seen-${index}`,
        fields: each,
        sees: [],
      })),
      ...hosts.map((host): ObservedItem => ({
        list: 'domains',
        name: host,
        fields: { host, 'tls.expires': expires, 'tls.autoRenew': true },
        sees: [],
      })),
      ...(first === undefined
        ? []
        : [
            {
              list: 'backups' as const,
              name: `${first}-${method}`,
              fields: { of: first, method, ...backup } as ObservedFields,
              sees: [],
            },
          ]),
    ];
    const part: ObservedPart = {
      part: 'app',
      fields: fields as ObservedFields,
      sees: [],
      items,
      complete: [],
      at: NOW - HOUR,
    };
    return [{ source: 'heroku', subject: app, parts: [part] }];
  });

/** What a source would see of a project that is exactly as it is declared. */
export function mirrorOf(effective: EffectiveInfra): readonly ObservedSubject[] {
  return environmentNames(effective).map(name => {
    const { document } = viewOf(effective, name);
    const [environment] = itemsOf(document.environments);
    const { platform: _, app = '', ...hosting } = environment?.hosting ?? {};
    const item = (of: ObservedItem['list'], key: string, fields: object): ObservedItem => ({
      list: of,
      name: key,
      fields: plainFields(fields),
      sees: [],
    });
    const items: ObservedItem[] = [
      ...itemsOf(environment?.processes).map(each => item('processes', each.name, counted(each))),
      ...itemsOf(document.addons)
        .filter(({ product }) => product !== undefined)
        .map(each => item('addons', each.id, { product: each.product, plan: each.plan })),
      ...itemsOf(document.domains).map(each =>
        item('domains', each.host ?? each.id, { host: each.host }),
      ),
      ...backupsSeen(document),
    ];
    return {
      source: 'heroku',
      subject: app,
      parts: [
        {
          part: 'app',
          fields: Object.fromEntries(
            Object.entries(plainFields(hosting)).map(([key, value]) => [`hosting.${key}`, value]),
          ),
          sees: ['hosting.region', 'maintenance.customPage'],
          items,
          complete: ['processes', 'addons', 'domains'],
          at: NOW - HOUR,
        },
      ],
    };
  });
}

function backupsSeen({ backups: kept, addons: declared }: InfraDocument): readonly ObservedItem[] {
  return itemsOf(kept)
    .filter(({ of }) =>
      itemsOf(declared).some(({ id, product }) => id === of && product !== undefined),
    )
    .map(({ id, of, method, retention, frequency }) => ({
      list: 'backups',
      name: id,
      fields: plainFields({ of, method, retention, frequency }),
      sees: [],
    }));
}

function counted(process: {
  readonly instances?: unknown;
  readonly size?: string | undefined;
}): object {
  const { instances: declared, size: stated } = process;
  if (typeof declared === 'number') return { instances: declared, size: stated };
  const { min } = (declared ?? {}) as { readonly min?: number };
  return { instances: min, size: stated };
}

function plainFields(fields: object): ObservedFields {
  const plain = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(plain) as ObservedFields;
}
