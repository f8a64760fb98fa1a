// No secret of a state gets out, wherever it stands and whatever is said about its sensitivity.
import { inspect } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { ALLOW_LIST } from './allowList';
import { aShownState, aState, reportsOf, type AResource } from './__testUtils__/states';

// Put together here: no file may hold what looks like a secret.
const letters = 'q7Wd2Zx9Lk4Pv8Rt3Ym6Bn1Hs5Gf0Jc2Ea7Uo9';
const PLANTED: readonly (readonly [kind: string, text: string])[] = [
  ['an access key', ['AK', 'IA', 'Q7WD2ZX9LK4PV8RT'].join('')],
  ['a GitHub token', ['gh', 'p_', letters.slice(0, 36)].join('')],
  [
    'a Slack token',
    ['xox', 'b-', '2134567890', '-', '2134567890', '-', letters.slice(0, 24)].join(''),
  ],
  ['a key of AWS', [letters.slice(0, 20), '/', letters.slice(12, 31)].join('')],
  ['a password', ['Tr0ub4', 'dor&3', '!horse'].join('')],
  ['a private key', ['-----BEGIN RSA PRIV', 'ATE KEY-----\n', letters, letters].join('')],
  [
    'an address with a password',
    ['postgres://shop:', letters.slice(0, 16), '@db.example.org/shop'].join(''),
  ],
];

/** Everything that left the source, as whoever reads logs, reports and errors would see it. */
async function leftBehind(text: string): Promise<string> {
  const logger = mockServices.logger.mock();
  const seen: unknown[] = [];
  try {
    seen.push(await reportsOf(text, { logger }));
  } catch (error) {
    seen.push(inspect(error, { depth: 20 }), (error as Error).stack);
  }
  for (const level of ['debug', 'info', 'warn', 'error', 'child'] as const)
    seen.push(logger[level].mock.calls);
  return JSON.stringify(seen);
}

/** A secret is out when a good part of it is. */
function partsOf(secret: string): readonly string[] {
  const parts = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  for (let at = 0; at + 10 <= secret.length; at += 5) parts.push(secret.slice(at, at + 10));
  return parts;
}

async function found(text: string, secret: string): Promise<readonly string[]> {
  const left = await leftBehind(text);
  return partsOf(secret).filter(part => left.includes(part));
}

describe.each(PLANTED)('%s', (_kind, secret) => {
  it.each<[string, readonly AResource[]]>([
    [
      'in attributes that hold secrets, marked as harmless',
      [
        {
          type: 'aws_db_instance',
          attributes: { password: secret, username: secret, address: secret, engine: 'postgres' },
          more: { sensitive_attributes: [], private: secret },
        },
        { type: 'tls_private_key', attributes: { private_key_pem: secret } },
        { type: 'aws_instance', attributes: { user_data: secret, user_data_base64: secret } },
        { type: 'random_password', attributes: { result: secret, id: secret } },
        { type: 'aws_iam_access_key', attributes: { id: secret, secret } },
        { type: 'aws_secretsmanager_secret_version', attributes: { secret_string: secret } },
        {
          type: 'aws_ssm_parameter',
          attributes: { value: secret, insecure_value: secret, description: secret },
        },
        {
          type: 'heroku_app',
          attributes: {
            name: 'shop-live',
            config_vars: { DATABASE_URL: secret },
            sensitive_config_vars: { A: secret },
            all_config_vars: { A: secret },
            git_url: secret,
          },
        },
        {
          type: 'heroku_addon',
          attributes: {
            app: 'shop-live',
            plan: 'heroku-redis:mini',
            config: { a: secret },
            config_var_values: { REDIS_URL: secret },
          },
        },
        {
          type: 'aws_cloudfront_distribution',
          attributes: { origin: [{ custom_header: [secret] }] },
        },
      ],
    ],
    [
      'in tags, also those that are read',
      [
        {
          type: 'aws_vpc',
          attributes: {
            tags: {
              Name: secret,
              Environment: secret,
              Project: secret,
              [secret]: 'x',
              other: secret,
            },
            tags_all: { Name: secret },
          },
        },
      ],
    ],
    [
      'in names, modules, keys and providers',
      [
        { type: 'aws_s3_bucket', name: secret },
        { type: 'aws_s3_bucket', key: secret },
        { type: 'aws_s3_bucket', module: `module.${secret}` },
        { type: 'aws_s3_bucket', module: `module.prod["${secret}"]` },
        { type: 'aws_s3_bucket', provider: `provider["${secret}/hashicorp/aws"]` },
        { type: secret, attributes: { [secret]: secret } },
      ],
    ],
    ['in every attribute that is read', resourcesWith(secret)],
    ['in every attribute that is read, a host', resourcesWith(`${secret}.example.org`)],
    ['in an ARN', resourcesWith(`arn:aws:secretsmanager:eu-west-1:123456789012:secret:${secret}`)],
  ])('%s', async (_title, resources) => {
    for (const written of [aState, aShownState])
      expect(await found(written(resources), secret)).toEqual([]);
  });

  const around = {
    outputs: { a: { value: secret, sensitive: false } },
    terraform_version: secret,
  };
  const whole = aState([{ type: 'aws_s3_bucket', attributes: { bucket: secret } }], around);
  it.each<[string, string]>([
    ['in outputs and at the top level', aState([], { ...around, lineage: secret })],
    ['in outputs that are shown', aShownState([], { values: { outputs: around.outputs } })],
    ['in a version', aState([], { version: secret })],
    ['in a format', aShownState([], { format_version: secret })],
    ['in an old state', `{"version":3,"modules":[{"outputs":{"a":${JSON.stringify(secret)}}}]}`],
    ['in a text', JSON.stringify(secret)],
    ['instead of a state', secret],
    ...[20, 60, 100, 200].map((cut): [string, string] => [
      `in what is ${cut} short`,
      whole.slice(0, -cut),
    ]),
  ])('%s', async (_title, text) => {
    expect(await found(text, secret)).toEqual([]);
  });
});

it('names the place of what it dropped, and keeps the rest', async () => {
  const [, token = ''] = PLANTED[0] ?? [];
  const reports = await reportsOf(
    aState([
      {
        type: 'aws_vpc',
        attributes: { tags: { Name: token, Environment: 'production', Project: 'shop' } },
      },
      { type: 'aws_s3_bucket', name: token },
    ]),
  );
  expect(reports).toMatchObject([
    {
      subject: 'shop#production',
      outcome: 'partial',
      dropped: ['1 resources whose names look like a secret', 'aws_vpc.main: tags.Name'],
      parts: [{ fields: { 'observed.project': 'shop' } }, {}, {}, {}, {}],
    },
  ]);
});

/** One resource of each type, with the text in each attribute the allow list names. */
function resourcesWith(text: string): readonly AResource[] {
  return Object.entries(ALLOW_LIST).map(([type, allowed]) => {
    const attributes: Record<string, unknown> = {};
    for (const path of Object.keys(allowed)) {
      const [field = '', inner] = path.split('[]');
      if (inner === undefined) attributes[field] = text;
      else attributes[field] = [inner === '' ? text : { [inner.slice(1)]: text }];
    }
    return { type, attributes };
  });
}
