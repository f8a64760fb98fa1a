import { acmeFiles } from '../__testUtils__/acme';
import { exampleFiles } from '../__testUtils__/exampleCatalog';
import { json, ran as ranIn, refusal } from '../__testUtils__/testWorld';

const AT = ['--at', '2026-11-24T17:00:00Z'];
const NOIPM = 'component:default/noipm-complaint-manager';

describe('from files', () => {
  const ran: typeof ranIn = async (args, circumstances) =>
    ranIn([...args, ...AT], { env: { DEPLOY_WINDOWS_URL: '' }, ...circumstances });
  const acme = ['--offline', 'catalog', '--pack', 'packs/acme.yaml'];

  it('shows the rule in plain words, each value, and where it comes from', async () => {
    const { code, out } = await ran(
      [
        'readiness',
        'explain',
        'backups.snapshots',
        NOIPM,
        '--offline',
        'catalog',
        '--ask',
        'tts-good-production-practices',
      ],
      { files: exampleFiles() },
    );
    expect(out.slice(0, 2)).toEqual([
      'Data that cannot be rebuilt is copied regularly (backups.snapshots, tts-good-production-practices@1)',
      expect.stringMatching(
        /^Complaint manager, production \(component:default\/noipm-complaint-manager\): Met\./,
      ),
    ]);
    expect(out).toContain('The rule:');
    expect(out).toContainEqual(
      expect.stringMatching(
        /: 28 days \(component:default\/noipm-complaint-manager backups\[daily\]\.retention, stated in a document of 19 Jul 2019, never confirmed\)\.$/,
      ),
    );
    expect(code).toBe(0);
  });

  it.each<[string, readonly string[], number, readonly RegExp[]]>([
    [
      'what is open, and what helps',
      ['acme.looked-at', 'component:web'],
      0,
      [
        /Somebody looked at it .*acme@1/,
        /Not known\. Nobody has confirmed it/,
        /What helps:/,
        /Confirm: I looked at it\./,
        /it counts for 30 days/,
      ],
    ],
    [
      'the environment that is asked for',
      ['acme.copies', 'component:web', '--environment', 'Staging'],
      0,
      [/Web shop, staging/, /^Recommended, by /m],
    ],
    [
      'a check that is not asked',
      ['acme.copis', 'component:web'],
      2,
      [
        /component:default\/web#production is not asked acme\.copis; did you mean acme\.copies\?/,
        /--ask/,
      ],
    ],
    [
      'an entity that is not there',
      ['acme.copies', 'component:wbe'],
      2,
      [/component:default\/wbe is in none of the files; did you mean component:default\/web\?/],
    ],
    ['no check', [], 2, [/CHECK is missing/, /ENTITY is missing/]],
    ['no entity', ['acme.copies', 'web'], 2, [/ENTITY is an entity with its kind/]],
    ['a word too many', ['acme.copies', 'component:web', 'production'], 2, [/A word stands/]],
  ])('%s', async (_, args, expected, words) => {
    const { code, out, err } = await ran(['readiness', 'explain', ...args, ...acme], {
      files: acmeFiles({ answered: 'unanswered' }),
    });
    for (const one of words) expect([...out, ...err].join('\n')).toMatch(one);
    expect(code).toBe(expected);
  });

  it('gives the check alone as JSON', async () => {
    const { out } = await ran(
      ['readiness', 'explain', 'acme.copies', 'component:web', '--json', ...acme],
      {
        files: acmeFiles(),
      },
    );
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ id: 'acme.copies', status: 'pass' });
  });
});

describe('from a server', () => {
  it('asks about the environment that is named', async () => {
    const { code, err, sent } = await ranIn(
      ['readiness', 'explain', 'acme.copies', 'component:web', '--environment', 'production'],
      {
        reply: () =>
          refusal(
            404,
            'NotFoundError',
            'There is no component:default/web#production here.',
            'UNKNOWN_SUBJECT',
          ),
      },
    );
    expect(sent.map(({ path }) => path)).toEqual([
      '/v1/readiness/subjects/component%3Adefault%2Fweb%23production',
    ]);
    expect([code, err]).toEqual([2, ['There is no component:default/web#production here.']]);
  });

  it('finds the environment itself', async () => {
    const { code, err } = await ranIn(['readiness', 'explain', 'acme.copies', 'component:web'], {
      reply: () =>
        json({
          rows: [],
          total: 0,
          byVerdict: { 'not-ready': 0, 'not-assessed': 0, 'ready-with-waivers': 0, ready: 0 },
          facets: { owners: [], systems: [], domains: [], stages: [], environments: [] },
        }),
    });
    expect([code, err]).toEqual([2, ['component:default/web is not judged.']]);
  });

  it.each(['--org', '--pack', '--ask', '--answers'])('%s is for files', async flag => {
    const { code, err } = await ranIn([
      'readiness',
      'explain',
      'acme.copies',
      'component:web',
      flag,
      'x',
    ]);
    expect([code, err.join('\n')]).toEqual([2, `${flag} needs --offline: a server has its own.`]);
  });
});
