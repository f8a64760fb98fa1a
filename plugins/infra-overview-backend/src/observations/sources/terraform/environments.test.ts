import {
  aShownState,
  aState,
  itemsOf,
  reportsOf,
  SHOP,
  type AResource,
} from './__testUtils__/states';

const bucket = (
  name: string,
  more: Partial<AResource> & { tags?: object; tagsAll?: object } = {},
): AResource => {
  const { tags, tagsAll, ...resource } = more;
  return {
    type: 'aws_s3_bucket',
    name,
    attributes: { bucket: `files-${name}`, tags, tags_all: tagsAll },
    ...resource,
  };
};
const record = (name: string, module?: string): AResource => ({
  type: 'aws_route53_record',
  name,
  ...(module !== undefined && { module }),
  attributes: { name: `${name}.example.org`, fqdn: `${name}.example.org`, type: 'A' },
});

async function subjects(state: string, environment?: string) {
  const reports = await reportsOf(state, {
    states: [{ ...SHOP, ...(environment !== undefined && { environment }) }],
  });
  return Object.fromEntries(
    reports.map(report => [
      `${report.subject} (${report.environment ?? '-'})`,
      Object.keys({ ...itemsOf(report, 'addons'), ...itemsOf(report, 'domains') }),
    ]),
  );
}

describe.each([
  ['state version 4', aState],
  ['terraform show -json', aShownState],
])('environments of %s', (_form, written) => {
  it.each<[string, readonly AResource[], string | undefined, object]>([
    [
      'two by tag, whatever its case',
      [
        bucket('a', { tags: { Environment: 'Production' } }),
        bucket('b', { tags: { environment: 'staging' } }),
        bucket('c', { tagsAll: { Environment: 'production' } }),
      ],
      undefined,
      {
        'shop#production (Production)': ['files-a', 'files-c'],
        'shop#staging (staging)': ['files-b'],
      },
    ],
    [
      'the tag before the configuration, that before the module',
      [bucket('a', { tags: { Environment: 'blue' } }), bucket('b', { module: 'module.staging' })],
      'production',
      { 'shop#blue (blue)': ['files-a'], 'shop#production (production)': ['files-b'] },
    ],
    [
      'names of modules and keys of for_each',
      [
        bucket('a', { module: 'module.production.module.storage' }),
        bucket('b', { module: 'module.env["staging"].module.storage.module.bucket[0]' }),
        bucket('c', { module: 'module.env_dev' }),
        bucket('d', { module: 'module.live_chat' }),
      ],
      undefined,
      {
        'shop#production (production)': ['files-a'],
        'shop#staging (staging)': ['files-b'],
        'shop#dev (dev)': ['files-c'],
        'shop (-)': ['files-d'],
      },
    ],
    [
      'what has no tags goes with its module',
      [
        bucket('a', { module: 'module.x', tags: { Environment: 'production' } }),
        record('a', 'module.x.module.dns'),
        bucket('b', { module: 'module.y', tags: { Environment: 'staging' } }),
        record('b', 'module.y'),
        record('shared'),
      ],
      undefined,
      {
        'shop#production (production)': ['files-a', 'a.example.org'],
        'shop#staging (staging)': ['files-b', 'b.example.org'],
        'shop (-)': ['shared.example.org'],
      },
    ],
    [
      'all tags agree on one',
      [bucket('a', { tags: { Environment: 'production' } }), record('b')],
      undefined,
      { 'shop#production (production)': ['files-a', 'b.example.org'] },
    ],
    ['nothing in it', [], 'production', { 'shop#production (production)': [] }],
  ])('%s', async (_title, resources, configured, expected) => {
    expect(await subjects(written(resources), configured)).toEqual(expected);
  });

  it('keeps the instances of for_each and count apart by their key', async () => {
    const [report] = await reportsOf(
      written([
        {
          type: 'aws_db_instance',
          module: 'module.db["eu west"].module.x[1]',
          key: 'main',
          attributes: {},
        },
        {
          type: 'aws_db_instance',
          module: 'module.db["eu west"].module.x[1]',
          key: 0,
          attributes: {},
        },
      ]),
    );
    expect(Object.keys(itemsOf(report, 'addons') ?? {})).toEqual([
      'module.db["eu west"].module.x[1].aws_db_instance.main["main"]',
      'module.db["eu west"].module.x[1].aws_db_instance.main[0]',
    ]);
  });

  it('ends where names lead in circles', async () => {
    const alias = (name: string, to: string): AResource => ({
      type: 'aws_route53_record',
      name,
      module: 'module.a.module.b.module.a.module.b',
      attributes: { fqdn: name, name, type: 'A', alias: [{ name: to }] },
    });
    const [report] = await reportsOf(
      written(
        [
          alias('a.example.org', 'b.example.org'),
          alias('b.example.org', 'a.example.org'),
          alias('in.example.org', 'b.example.org'),
        ].map((resource, index) => ({ ...resource, name: `r${index}` })),
      ),
    );
    expect(report).toMatchObject({
      outcome: 'ok',
      parts: [
        {
          fields: {
            'observed.requestPath': ['in.example.org → b.example.org → a.example.org'],
          },
        },
        {},
        {},
        {},
        {},
      ],
    });
  });
});
