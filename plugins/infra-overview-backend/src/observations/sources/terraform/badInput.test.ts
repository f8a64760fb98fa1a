import { mockServices } from '@backstage/backend-test-utils';
import { aShownState, aState, itemsOf, reportsOf } from './__testUtils__/states';

const BUCKET = { type: 'aws_s3_bucket', attributes: { bucket: 'files' } };
// Never in an answer, whatever it stands in.
const CONTENT = 'what-the-file-says';

describe('a text that is no state we read', () => {
  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'it is empty'],
    [
      'a page of a sign-in',
      `<html>${CONTENT}</html>`,
      'it is not complete JSON; it may have been cut off',
    ],
    [
      'a state that was cut off',
      aState([{ ...BUCKET, name: CONTENT }]).slice(0, -40),
      'it is not complete JSON; it may have been cut off',
    ],
    ['no text', Buffer.from([0xc3, 0x28, 0x80]), 'it is not text in UTF-8'],
    ['a list', `["${CONTENT}"]`, 'not a state: its top level is not an object'],
    ['a text in JSON', `"${CONTENT}"`, 'not a state: its top level is not an object'],
    ['null', 'null', 'not a state: its top level is not an object'],
    [
      'another object',
      `{"${CONTENT}":1}`,
      'not a state: it has neither version nor format_version',
    ],
    [
      'version 3',
      `{"version":3,"serial":1,"modules":[{"path":["${CONTENT}"]}]}`,
      'state version 3; run terraform 0.12 or newer once',
    ],
    ['version 1', '{"version":1}', 'state version 1; run terraform 0.12 or newer once'],
    [
      'version 5',
      aState([BUCKET], { version: 5 }),
      'its state version is newer than 4, the newest this reader knows',
    ],
    ['a version in words', aState([], { version: CONTENT }), 'its version is not a whole number'],
    ['no resources', '{"version":4}', 'a state of version 4 without a list of resources'],
    [
      'resources of another form',
      aState([], { resources: { a: CONTENT } }),
      'its resources are not a list',
    ],
    [
      'an encrypted state',
      `{"serial":1,"lineage":"a","encrypted_data":"${CONTENT}","encryption_version":"v0"}`,
      'an encrypted state; give what `tofu show -json` prints of it',
    ],
    [
      'a format to come',
      aShownState([BUCKET], { format_version: '2.0' }),
      'its format_version is newer than 1, the newest this reader knows',
    ],
    [
      'a format in words',
      aShownState([BUCKET], { format_version: CONTENT }),
      'its format_version has a form this reader does not know',
    ],
    [
      'a plan',
      aShownState([BUCKET], { planned_values: {}, resource_changes: [] }),
      'a plan, not a state; show the state instead of the plan file',
    ],
    [
      'values of another form',
      aShownState([], { values: [CONTENT] }),
      'its values are not an object',
    ],
    [
      'a root module of another form',
      aShownState([], { values: { root_module: CONTENT } }),
      'its root module is not an object',
    ],
  ])('%s', async (_title, text, why) => {
    const logger = mockServices.logger.mock();
    const reason = `Terraform state shop: ${why}`;
    const reports = await reportsOf(text, { logger });
    expect(reports).toEqual([
      {
        subject: 'shop',
        group: 'shop',
        entityRef: 'system:default/shop',
        outcome: 'failed',
        reason,
      },
    ]);
    expect(logger.warn.mock.calls).toEqual([[reason]]);
  });

  it('is refused above the limit', async () => {
    const text = aState([BUCKET]);
    expect(await reportsOf(text, { largest: text.length - 1 })).toMatchObject([
      { outcome: 'failed', reason: expect.stringContaining('it is larger than') },
    ]);
    expect(await reportsOf(text, { largest: text.length })).toMatchObject([{ outcome: 'ok' }]);
  });
});

describe('a state that is read', () => {
  it.each<[string, string | Buffer]>([
    ['with a byte order mark', `\uFEFF${aState([BUCKET])}`],
    ['as PowerShell writes it', Buffer.from(`\uFEFF${aShownState([BUCKET])}`, 'utf16le')],
    ['of format 0.1', aShownState([BUCKET], { format_version: '0.1' })],
    ['of format 1.2', aShownState([BUCKET], { format_version: '1.2' })],
  ])('%s', async (_title, text) => {
    const [report] = await reportsOf(text);
    expect(itemsOf(report, 'addons')).toHaveProperty(['files']);
  });

  it('may be empty, as a state without resources is shown', async () => {
    const [report] = await reportsOf('{"format_version":"1.0"}');
    expect(report).toMatchObject({ subject: 'shop', outcome: 'ok' });
  });

  it.each<[string, object, string]>([
    ['a number where a text belongs', { engine: 5 }, 'engine'],
    ['a text where a number belongs', { backup_retention_period: '7' }, 'backup_retention_period'],
    ['a number below zero', { backup_retention_period: -1 }, 'backup_retention_period'],
    ['an object where a flag belongs', { multi_az: {} }, 'multi_az'],
    ['a megabyte of text', { instance_class: 'd'.repeat(1_000_000) }, 'instance_class'],
    ['text of another form', { maintenance_window: 'some Sunday' }, 'maintenance_window'],
    ['text over several lines', { engine_version: '14\n15' }, 'engine_version'],
  ])('leaves %s out and says so', async (_title, attributes, attribute) => {
    const [report] = await reportsOf(
      aState([{ type: 'aws_db_instance', attributes: { engine: 'postgres', ...attributes } }]),
    );
    expect(report).toMatchObject({
      outcome: 'partial',
      dropped: [`aws_db_instance.main: ${attribute}`],
    });
    expect(JSON.stringify(report).length).toBeLessThan(3000);
  });

  it('takes null, missing and empty attributes for not stated', async () => {
    const nothing = { engine: null, instance_class: '', multi_az: null, tags: null, tags_all: {} };
    const [report] = await reportsOf(
      aState([
        { type: 'aws_db_instance', attributes: nothing },
        { type: 'aws_cloudfront_distribution', attributes: { aliases: null, origin: null } },
      ]),
    );
    expect(report).toMatchObject({ outcome: 'ok' });
    expect(itemsOf(report, 'addons')?.['aws_db_instance.main']).toEqual({
      category: 'database',
      product: 'aws-rds',
    });
  });

  it('does not take what is on its way out', async () => {
    const [report] = await reportsOf(
      aState([
        { ...BUCKET, more: { deposed: '0a1b2c3d' } },
        { ...BUCKET, name: 'other' },
      ]),
    );
    expect(Object.keys(itemsOf(report, 'addons') ?? {})).toEqual(['files']);
  });

  it('counts what has a name it does not repeat', async () => {
    const [report] = await reportsOf(
      aState([
        { ...BUCKET, name: 'a b' },
        { ...BUCKET, module: `module.x[${'9'.repeat(30)}]` },
        { ...BUCKET, module: 'module.a..module.b' },
        { ...BUCKET, key: 'line\nbreak' },
        { type: '__proto__', attributes: {} },
        BUCKET,
      ]),
    );
    expect(report).toMatchObject({
      outcome: 'partial',
      dropped: ['4 resources whose names have a form we do not know'],
    });
    expect(Object.keys(itemsOf(report, 'addons') ?? {})).toEqual(['files']);
  });

  it('says so where attributes are flat text of Terraform 0.11', async () => {
    const flat = { attributes: undefined, attributes_flat: { bucket: 'files' } };
    const [report] = await reportsOf(aState([{ ...BUCKET, more: flat }]));
    expect(report).toMatchObject({
      outcome: 'partial',
      dropped: ['aws_s3_bucket.main: attributes'],
    });
  });

  it('does not map the resources of a provider that is somebody else’s', async () => {
    const [report] = await reportsOf(
      aState([{ ...BUCKET, provider: 'provider["example.org/me/aws-like"]' }]),
    );
    expect(report).toMatchObject({
      outcome: 'ok',
      parts: [{ fields: { 'observed.resources': ['aws_s3_bucket: 1'] } }, {}, {}, {}, {}],
    });
    expect(itemsOf(report, 'addons')).toEqual({});
  });

  it('is as deep as it likes', async () => {
    const deep = 20_000;
    const nested = `${'{"child_modules":['.repeat(deep)}{}${']}'.repeat(deep)}`;
    const [report] = await reportsOf(`{"format_version":"1.0","values":{"root_module":${nested}}}`);
    expect(report).toMatchObject({ outcome: 'ok' });
  });

  it('keeps a bounded number of items and complaints', async () => {
    const resources = Array.from({ length: 1500 }, (_, index) => ({
      type: 'aws_s3_bucket',
      name: `b${index}`,
      attributes: { bucket: `bucket-${index}`, versioning: 'wrong' },
    }));
    const [report] = await reportsOf(aState(resources));
    expect(Object.keys(itemsOf(report, 'addons') ?? {})).toHaveLength(1000);
    expect(report).toMatchObject({ outcome: 'partial' });
    const dropped = report?.outcome === 'partial' ? report.dropped : [];
    expect(dropped).toHaveLength(101);
    expect(dropped[0]).toBe('addons: 500 of 1500 items, for there are too many');
    expect(dropped.at(-1)).toBe('and 1401 more');
  });
});
