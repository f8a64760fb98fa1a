import { mkdtemp, rm, symlink, truncate, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { terraform } from '.';
import { aReader, aSource, aState, AT, look, reportsOf, SHOP } from './__testUtils__/states';
import type { StateInput } from './config';

const production = { type: 'aws_s3_bucket', attributes: { tags: { Environment: 'production' } } };
const staging = { ...production, name: 'b', attributes: { tags: { Environment: 'staging' } } };

describe('what a report says of itself', () => {
  it('has source, group, entity and the identity of the state', async () => {
    expect(await reportsOf(aState([production, staging]))).toMatchObject(
      ['production', 'staging'].map(environment => ({
        subject: `shop#${environment}`,
        group: 'shop',
        environment,
        entityRef: 'system:default/shop',
        outcome: 'ok',
        parts: [
          {
            part: 'state',
            at: AT,
            fields: {
              'observed.serial': 12,
              'observed.lineage': '3f0c2f0e-1111-2222-3333-444455556666',
            },
          },
          { part: 'processes', items: [] },
          { part: 'addons', items: [{}] },
          { part: 'domains', items: [] },
          { part: 'credentials', items: [] },
        ],
      })),
    );
  });

  it('reports an app once, for the state that is first', async () => {
    const state = aState([{ type: 'heroku_app', attributes: { name: 'shop-live' } }]);
    const other = {
      ...SHOP,
      id: 'other',
      from: { kind: 'url', url: 'https://b.example' },
    } as const;
    const reports = await look(
      aSource({
        states: [SHOP, other],
        urlReader: aReader({ [SHOP.from.url]: state, 'https://b.example': state }),
      }),
    );
    expect(reports).toMatchObject([{ subject: 'shop-live', group: 'shop' }]);
  });
});

describe('one after another', () => {
  const lineage = '9e107d9d-1111-2222-3333-444455556666';
  it.each<[string, string, string, object[]]>([
    [
      'a lower serial is ignored',
      aState([production, staging], { serial: 7 }),
      aState([production], { serial: 6 }),
      ['production', 'staging'].map(environment => ({
        subject: `shop#${environment}`,
        outcome: 'failed',
        reason: 'Terraform state shop: serial 6 is older than 7, seen before',
      })),
    ],
    [
      'the same serial is read again',
      aState([production], { serial: 7 }),
      aState([production], { serial: 7 }),
      [{ outcome: 'ok' }],
    ],
    [
      'a lower serial of another lineage is a new state',
      aState([production], { serial: 7 }),
      aState([staging], { serial: 1, lineage }),
      [{ subject: 'shop#staging', outcome: 'ok' }],
    ],
    [
      'a failure is told of every subject known',
      aState([production, staging]),
      'cut',
      [
        { subject: 'shop#production', outcome: 'failed' },
        { subject: 'shop#staging', outcome: 'failed' },
      ],
    ],
  ])('%s', async (_title, first, second, expected) => {
    const answers: Record<string, string> = { [SHOP.from.url]: first };
    const source = aSource({ urlReader: aReader(answers) });
    await look(source);
    answers[SHOP.from.url] = second;
    expect(await look(source)).toMatchObject(expected);
  });

  it('goes on with the next state when one cannot be read', async () => {
    const other = {
      ...SHOP,
      id: 'other',
      from: { kind: 'url', url: 'https://b.example' },
    } as const;
    const urlReader = aReader({
      [SHOP.from.url]: 'cut',
      'https://b.example': aState([production]),
    });
    expect(await look(aSource({ states: [SHOP, other], urlReader }))).toMatchObject([
      { subject: 'shop', outcome: 'failed' },
      { subject: 'other#production', outcome: 'ok' },
    ]);
  });
});

describe('from an address', () => {
  const named = (name: string, message: string) => Object.assign(new Error(message), { name });
  it.each<[string, Error, string]>([
    [
      'not there',
      named('NotFoundError', `${SHOP.from.url}?sig=x could not be read`),
      'nothing is there',
    ],
    [
      'not on the list',
      named('NotAllowedError', SHOP.from.url),
      'it is outside of what the configuration lets us read',
    ],
    [
      'a refusal',
      new Error(`could not read ${SHOP.from.url}, 403 Forbidden`),
      'its server answers 403',
    ],
    ['no connection', new TypeError('fetch failed'), 'it cannot be read'],
  ])('%s', async (_title, error, why) => {
    const logger = mockServices.logger.mock();
    const reports = await reportsOf(error, { logger });
    expect(reports).toMatchObject([{ reason: `Terraform state shop: ${why}` }]);
    expect(JSON.stringify([reports, logger.warn.mock.calls])).not.toContain('states.example.org');
  });

  it('does not fetch the rest of what is too large', async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1024;
        yield Buffer.alloc(1024, 'a');
      }
    }
    const urlReader = {
      ...mockServices.urlReader.mock(),
      readUrl: async () => ({
        buffer: async () => Buffer.alloc(0),
        stream: () => Readable.from(endless()),
      }),
    };
    expect(await look(aSource({ urlReader, largest: 10_240 }))).toMatchObject([
      { outcome: 'failed' },
    ]);
    expect(sent).toBeLessThan(200_000);
  });

  it('looks at nothing once it is stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    const reports = [];
    for await (const report of aSource().observe([], stop.signal)) reports.push(report);
    expect(reports).toEqual([]);
  });
});

describe('from a file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'states-'));
    await mkdir(join(folder, 'inside'));
    await writeFile(join(folder, 'inside', 'shop.tfstate'), aState([production]));
    await writeFile(join(folder, 'outside.tfstate'), aState([production]));
    await symlink(join(folder, 'outside.tfstate'), join(folder, 'inside', 'link.tfstate'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const at = (path: string): StateInput => ({
    ...SHOP,
    from: { kind: 'path', directory: join(folder, 'inside'), path },
  });
  it.each<[string, object]>([
    ['shop.tfstate', { outcome: 'ok', subject: 'shop#production' }],
    ['missing.tfstate', { reason: 'Terraform state shop: nothing is there' }],
    ['.', { reason: 'Terraform state shop: it is a folder' }],
    ...['../outside.tfstate', '/etc/hostname', 'link.tfstate'].map((path): [string, object] => [
      path,
      { reason: 'Terraform state shop: it is outside of what the configuration lets us read' },
    ]),
  ])('%s', async (path, expected) => {
    expect(await look(aSource({ states: [at(path)] }))).toMatchObject([expected]);
  });

  it('is refused by its size before it is read', async () => {
    await truncate(join(folder, 'inside', 'shop.tfstate'), 65 * 1024 * 1024);
    expect(await look(aSource({ states: [at('shop.tfstate')] }))).toMatchObject([
      { reason: 'Terraform state shop: it is larger than 64 MiB' },
    ]);
  });
});

describe('configuration', () => {
  const create = (data: object) =>
    terraform.create({
      config: mockServices.rootConfig({ data: data as never }),
      logger: mockServices.logger.mock(),
      urlReader: mockServices.urlReader.mock(),
      now: () => AT,
    });
  const state = { id: 'shop', url: 'https://a.example/x', entityRef: 'System:default/Shop' };

  it.each<[string, object, string]>([
    [
      'neither path nor url',
      { states: [{ id: 'a', entityRef: 'system:default/a' }] },
      'either path or url',
    ],
    ['both', { states: [{ ...state, path: 'x' }] }, 'either path or url'],
    [
      'a path without its folder',
      { states: [{ ...state, url: undefined, path: 'x' }] },
      'directory',
    ],
    ['an id twice', { states: [state, state] }, 'the id shop twice'],
    ['an id of other letters', { states: [{ ...state, id: 'A B' }] }, 'states[0].id'],
    ['no entity', { states: [{ ...state, entityRef: 'shop' }] }, 'states[0].entityRef'],
    ['no address', { states: [{ ...state, url: 'shop' }] }, 'states[0].url'],
  ])('%s', (_title, data, message) => {
    expect(() => create(data)).toThrow(message);
  });

  it('is ready with a state, and disabled without', async () => {
    const { signal } = new AbortController();
    await expect(create({ states: [state] }).prepare(signal)).resolves.toEqual({ state: 'ready' });
    await expect(create({}).prepare(signal)).resolves.toMatchObject({ state: 'disabled' });
  });
});
