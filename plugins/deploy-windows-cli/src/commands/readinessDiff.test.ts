import { acmeFiles, acmeService, type AcmeDocument } from '../__testUtils__/acme';
import { exampleFiles } from '../__testUtils__/exampleCatalog';
import { ran as ranIn } from '../__testUtils__/testWorld';

const ENV = { DEPLOY_WINDOWS_URL: '', DEPLOY_WINDOWS_TOKEN: '' };
const AT = ['--at', '2026-11-24T17:00:00Z'];

/** `catalog` before, `after` then. */
function change(before: AcmeDocument, after: string): ReadonlyMap<string, string> {
  const files = acmeFiles(before);
  return new Map([
    ...files,
    ['after/web.yaml', after],
    ['after/people.yaml', files.get('catalog/people.yaml') ?? ''],
  ]);
}

async function diff(files: ReadonlyMap<string, string>, ...more: readonly string[]) {
  return ranIn(
    ['readiness', 'diff', 'catalog', 'after', '--pack', 'packs/acme.yaml', ...AT, ...more],
    { files, env: ENV },
  );
}

describe('what a change does', () => {
  it.each<[string, AcmeDocument, string, number, readonly (string | RegExp)[]]>([
    ['nothing', {}, acmeService(), 0, ['Nothing about readiness changes.']],
    [
      'nothing that counts',
      {},
      acmeService().replace('title: Web shop', 'title: Shop'),
      0,
      ['Nothing about readiness changes.'],
    ],
    [
      'worse, with the lines to add',
      {},
      acmeService({ retention: '' }),
      1,
      [
        'Web shop, production (component:default/web)',
        /^Worse\. Before: Ready for production/,
        /^After: Not ready for production: 1 must-have open: Data is copied \(not known\)/,
        /^ {2}worse: Data is copied \(acme\.copies\): Met → Not known\. /,
        '    Write at backups[]: - { id: daily, of: <store>, retention: P28D }',
      ],
    ],
    [
      'better',
      { retention: '' },
      acmeService(),
      0,
      [
        /^Better\. Before: Not ready/,
        /^After: Ready/,
        /^ {2}better: Data is copied \(acme\.copies\): Not known → Met/,
      ],
    ],
    [
      'a confirmation is out of date, since its facts changed',
      {},
      acmeService({ platform: 'aws' }),
      1,
      [
        /^After: Not ready for production/,
        /^ {2}out of date: Somebody looked at it \(acme\.looked-at\): Met → Confirmation out of date\. What the confirmation .* has changed since/,
      ],
    ],
    [
      'not when the answer was written anew',
      {},
      acmeService({ platform: 'aws' }).replace('text: Looked at,', 'text: Looked at again,'),
      0,
      ['Nothing about readiness changes.'],
    ],
    [
      'an environment more',
      {},
      acmeService().replace('    addons:', '      - { name: demo, stage: sandbox }\n    addons:'),
      0,
      ['Web shop, demo (component:default/web) is new.'],
    ],
    [
      'an environment less',
      {},
      acmeService().replace(/ {6}- \{ name: staging.*\n/, ''),
      0,
      ['Web shop, staging (component:default/web) is gone.'],
    ],
  ])('%s', async (_, before, after, expected, lines) => {
    const { code, out, err } = await diff(change(before, after));
    for (const line of lines) {
      const found = out.some(one => (typeof line === 'string' ? one === line : line.test(one)));
      expect({ line: String(line), found, out: found ? [] : out }).toEqual({
        line: String(line),
        found: true,
        out: [],
      });
    }
    expect(code).toBe(expected);
    expect(err[0]).toMatch(/^Compared without a server\. Judged as of 2026-11-24T17:00:00Z/);
  });
});

describe('exit codes', () => {
  const worse = change({}, acmeService({ retention: '' }));
  const worseInStaging = change(
    {},
    acmeService({ retention: '' }).replace(/ {6}- \{ name: production.*\n/, ''),
  );
  it.each([
    ['a must-have', worse, [], 1],
    ['nothing is to fail', worse, ['--fail-on', 'nothing'], 0],
    ['of a subject that was not asked about', worse, ['--environment', 'staging'], 0],
    ['what is recommended', worseInStaging, [], 0],
    ['what is recommended, and it is asked for', worseInStaging, ['--fail-on', 'any'], 1],
    ['an environment of one side only', worseInStaging, ['--environment', 'production'], 0],
    ['an environment of no side', worse, ['--environment', 'demo'], 2],
    [
      'a document that cannot be read',
      change({}, acmeService().replace('/v1alpha1\n    env', '/v9\n    env')),
      [],
      2,
    ],
  ])('%s', async (_, files, more, expected) => {
    expect((await diff(files, ...more)).code).toBe(expected);
  });
});

it('writes the comment of a pull request', async () => {
  const { out } = await diff(change({}, acmeService({ retention: '' })), '--format', 'markdown');
  expect(out.slice(0, 8)).toEqual([
    '## Readiness',
    '',
    '### Web shop, production',
    '',
    expect.stringMatching(/^\*\*Ready → Not ready\.\*\* Not ready for production: /),
    '',
    '| Worse | | Why |',
    '|---|---|---|',
  ]);
  expect(out[8]).toMatch(
    /^\| Data is copied \(`acme\.copies`\) \| Met → Not known \| .* Write at `backups\[\]`: `- \{ id: daily, of: <store>, retention: P28D \}` \|$/,
  );
  expect(out.at(-1)).toMatch(/^<sub>As of 2026-11-24T17:00:00Z/);
});

it('what a file says makes no tag and no second column of a comment', async () => {
  const title = '<img src=x> | `a` [b](https://example.org)';
  const files = change(
    {},
    acmeService({ retention: '' }).replace('title: Web shop', `title: '${title}'`),
  );
  const { out } = await diff(files, '--format', 'markdown');
  const heading = out.find(line => line.startsWith('### '));
  expect(heading).not.toMatch(/<img|[^\\][|`[]/);
});

it('says it as JSON too', async () => {
  const { out } = await diff(change({}, acmeService({ retention: '' })), '--format', 'json');
  const { at, changes } = JSON.parse(out[0] ?? '');
  expect(at).toBe('2026-11-24T17:00:00Z');
  expect(changes[0]).toMatchObject({
    verdict: 'fell',
    before: { verdict: 'ready' },
    after: { verdict: 'not-ready' },
    changes: [{ turn: 'worse', id: 'acme.copies', after: { status: 'unknown' } }],
  });
});

it('finds nothing between the example catalog and itself', async () => {
  const files = exampleFiles();
  const both = new Map(
    [...files].flatMap(([path, text]) => [
      [path, text],
      [path.replace('catalog', 'after'), text],
    ]),
  );
  const { code, out } = await ranIn(
    ['readiness', 'diff', 'catalog', 'after', '--ask', 'tts-good-production-practices', ...AT],
    { files: both, env: ENV },
  );
  expect([code, out]).toEqual([0, ['Nothing about readiness changes.']]);
});
