import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { component, ran, type Ran } from '../__testUtils__/ran';
import { PLANTED } from '../__testUtils__/planted';

const half = PLANTED.length / 2;
const inTwo = (indent: string) => `"${PLANTED.slice(0, half)}\\\n${indent}${PLANTED.slice(half)}"`;
const SECRET = (place: string) =>
  expect.stringMatching(
    new RegExp(`^${place}: secret [\\w/-]+: looks like a secret\\. .*credentialLocations`),
  );

const all = ({ out, err }: Ran) => [...out, ...err].join('\n');

describe('infra check finds a secret', () => {
  it.each<[string, string, number]>([
    ['in a value', component('web', `  key: ${PLANTED}`), 9],
    ['in a comment', component('web', `# ${PLANTED}`), 9],
    [
      'below a comment that would switch rules off',
      component('web', `# secretlint-disable\n# ${PLANTED}`),
      10,
    ],
    [
      'in a later document',
      `${component('web')}\n---\n${component('worker', `  key: ${PLANTED}`)}`,
      19,
    ],
    ['in a continued text', component('web', `  a: 1\n  key: ${inTwo('    ')}`), 10],
    ['behind an anchor', component('web', `  one: &it ${inTwo('    ')}\n  two: *it`), 9],
    [
      'in base64',
      component('web', `  key: ${Buffer.from(`token ${PLANTED}`).toString('base64')}`),
      9,
    ],
    ['in broken YAML', component('web', `  key: [ ${PLANTED}\n  a: {`), 9],
    [
      'in JSON',
      JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind: 'API', key: PLANTED }),
      1,
    ],
    [
      'at the end of 10,000 lines',
      component('web', `${'  # nothing\n'.repeat(10_000)}  key: ${PLANTED}`),
      10_009,
    ],
  ])('%s', (_, text, line) => {
    const result = ran(['check', '@'], { 'shop/catalog-info.yaml': text });
    // More than one rule may see it, and it may stand in more than one place.
    expect(result.out[0]).toEqual(SECRET(`shop/catalog-info.yaml:${line}`));
    for (const found of result.out) expect(found).toEqual(SECRET('shop/catalog-info.yaml:\\d+'));
    expect(result.code).toBe(1);
    expect(all(result)).not.toContain(PLANTED.slice(0, 12));
  });

  it('in a file that is included', () => {
    const result = ran(['check', '@'], {
      'web/catalog-info.yaml': component('web', '  text:\n    $text: ../docs/note.md'),
      'docs/note.md': `Ask with ${PLANTED}`,
    });
    expect([result.code, result.out]).toEqual([1, [SECRET('docs/note.md:1')]]);
  });

  it.each([
    ['in any file that is named', ['@notes.txt'], 1],
    ['but not in what is no catalog file of a folder', ['@'], 0],
  ])('%s', (_, paths, code) => {
    expect(
      ran(['check', ...paths], { 'notes.txt': PLANTED, 'values.yaml': `a: ${PLANTED}` }).code,
    ).toBe(code);
  });
});

const document = (infra: string) =>
  component(
    'web',
    `  infra:\n    schema: infra-overview.io/v1alpha1\n${infra.replace(/^/gm, '    ')}`,
  );

describe('infra check finds what is wrong with a document', () => {
  it.each<[string, string, string, number]>([
    [
      'a wrong type',
      document('environments:\n  - name: production\n    processes: 7'),
      'shop.yaml:13: error wrong-type: environments[production].processes: ',
      1,
    ],
    [
      'a word that is none',
      document('environmnts: []'),
      'shop.yaml:11: warning unknown-field: environmnts: ',
      0,
    ],
    [
      'a newer schema',
      component('web', '  infra:\n    schema: infra-overview.io/v9'),
      'shop.yaml:10: error schema-newer: ',
      1,
    ],
    [
      'no YAML',
      component('web', '  a: "b'),
      'shop.yaml:9: error not-yaml: is no YAML here (MISSING_CHAR)',
      1,
    ],
    [
      'the same entity twice',
      `${component('web')}\n---\n${component('web')}`,
      'shop.yaml:11: error repeated-entity: component:default/web is there twice',
      1,
    ],
    [
      'a circle of aliases',
      component('web', '  a: &a { inner: *a }'),
      'shop.yaml:1: error not-yaml: ',
      1,
    ],
    [
      'a reference to nothing',
      document('backups:\n  - { id: daily, of: nowhere }'),
      'shop.yaml:12: warning dangling-ref: backups[daily].of: ',
      0,
    ],
  ])('%s', (_, text, start, code) => {
    const result = ran(['check', '@shop.yaml'], { 'shop.yaml': text });
    expect(result.out).toContainEqual(expect.stringContaining(start));
    expect(result.code).toBe(code);
  });

  it('leaves out what only the files above could tell', () => {
    const text = document('backups:\n  - { id: daily, of: shared-db }').replace(
      'owner:',
      'system: shop\n  owner:',
    );
    expect(ran(['check', '@'], { 'shop.yaml': text }).out).toEqual([]);
  });
});

describe('infra check reads', () => {
  it('files below a folder, without what is installed, and not for ever', () => {
    const leaky = component('web', `  key: ${PLANTED}`);
    const result = ran(
      ['check', '@'],
      {
        'a/web.yaml': component('web'),
        'node_modules/x/c.yaml': leaky,
        '.git/c.yaml': leaky,
        '.backstage/worker.yml': component('worker'),
      },
      folder => {
        symlinkSync(folder, join(folder, 'a', 'up'));
        symlinkSync('self.yaml', join(folder, 'self.yaml'));
        symlinkSync('nowhere.yaml', join(folder, 'broken.yaml'));
        symlinkSync('a/web.yaml', join(folder, 'link.yaml'));
      },
    );
    expect(result).toMatchObject({ code: 1, err: ['3 files read: 1 error.'] });
    expect(result.out).toEqual([expect.stringContaining('link.yaml:1: error repeated-entity')]);
  });

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, number, RegExp]>([
    ['nothing', {}, 0, /^0 files read: nothing to mend\.$/],
    ['what is no text', { 'x.yaml': new Uint8Array([0, 1, 2, 255]) }, 0, /^0 files read/],
    [
      'what is too large',
      { 'x.yaml': `#${'x'.repeat(2 * 1024 * 1024)}` },
      1,
      /^1 file read: 1 error\.$/,
    ],
  ])('%s', (_, files, code, summary) => {
    const result = ran(['check', '@'], files);
    expect(result.code).toBe(code);
    expect(result.err.join()).toMatch(summary);
  });
});

describe('infra check takes excuses', () => {
  const files = (entry: object, text = component('web', `  key: ${PLANTED}`)) => ({
    'shop/web.yaml': text,
    'app-config.yaml': JSON.stringify({ infraOverview: { secretGate: { allow: [entry] } } }),
  });
  const [line = ''] = ran(['check', '@'], {
    'web.yaml': component('web', `  key: ${PLANTED}`),
  }).out;
  const [, rule = ''] = /secret ([\w/-]+):/.exec(line) ?? [];
  const entry = { rule, location: '*shop/web.yaml', reason: 'An example', until: '2027-01-31' };
  const args = ['check', '@shop', '--allow', '@app-config.yaml'];

  it.each<[string, object, number]>([
    ['for a pattern', {}, 0],
    ['for another rule not', { rule: 'another' }, 1],
    [
      'for another file not',
      { location: 'url:https://git.example.org/x/blob/main/shop/api.yaml' },
      1,
    ],
    ['that have ended not', { until: '2026-11-23' }, 1],
  ])('%s', (_, fields, code) => {
    expect(ran(args, files({ ...entry, ...fields })).code).toBe(code);
  });

  it('says what is wrong with one', () => {
    const result = ran(args, files({ ...entry, until: 'soon' }));
    expect(result).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/^app-config\.yaml: allow\[0\]\.until is a day/)],
    });
  });
});

describe('infra check answers', () => {
  const files = { 'web.yaml': component('web', `  key: ${PLANTED}`) };

  it('as JSON', () => {
    const { out, err, code } = ran(['check', '@', '--json'], files);
    expect(JSON.parse(out.join('\n'))).toEqual({
      files: 1,
      findings: [
        {
          file: 'web.yaml',
          line: 9,
          severity: 'secret',
          rule: expect.any(String),
          message: 'looks like a secret',
          fix: expect.any(String),
        },
      ],
    });
    expect([code, err]).toEqual([1, []]);
  });

  it('as remarks of a pull request', () => {
    const { out } = ran(['check', '@', '--format', 'github'], files);
    expect(out).toEqual([
      expect.stringMatching(
        /^::error file=web\.yaml,line=9,title=secret%3A [\w/-]+::looks like a secret\. /,
      ),
    ]);
  });
});
