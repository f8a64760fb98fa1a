import { subjectAnswerSchema } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { acmeFiles, acmeService } from '../__testUtils__/acme';
import { exampleFiles } from '../__testUtils__/exampleCatalog';
import { ran as ranIn } from '../__testUtils__/testWorld';

const AT = ['--at', '2026-11-24T17:00:00Z'];
// Without a server: it must never be asked.
const ENV = { DEPLOY_WINDOWS_URL: '', DEPLOY_WINDOWS_TOKEN: '' };
const ran: typeof ranIn = async (args, circumstances) =>
  ranIn(args, { env: ENV, ...circumstances });

const bodySchema = z.object({
  at: z.string(),
  subjects: z.array(subjectAnswerSchema.extend({ file: z.string() })),
});
const subjectsIn = (out: readonly string[]) => bodySchema.parse(JSON.parse(out[0] ?? '')).subjects;

describe('the example organisations', () => {
  const files = exampleFiles();

  it.each([
    ['noipm', 'component:default/noipm-complaint-manager', ['production', 'staging', 'ci']],
    ['listminut', 'component:default/listminut-application', ['production', 'staging']],
    ['caktus', 'component:default/garden-library-web', ['production', 'staging']],
    ['operating-applications', 'component:default/example-website', ['production', 'staging']],
    ['tts', 'component:default/permit-intake-web', ['production', 'staging', 'sandbox']],
  ])('%s is judged in every environment', async (folder, entity, environments) => {
    const { code, out } = await ran(
      [
        'readiness',
        'check',
        `catalog/${folder}`,
        '--ask',
        'tts-good-production-practices',
        '--format',
        'json',
        ...AT,
      ],
      { files },
    );
    const subjects = subjectsIn(out).filter(({ entityRef }) => entityRef === entity);
    expect(subjects.map(({ environment }) => environment)).toEqual(environments);
    for (const { checks } of subjects) {
      expect(checks.length).toBeGreaterThan(3);
      // A mistake of a rule would be an error, and of what people read an empty word.
      expect(checks.filter(({ status }) => status === 'error')).toEqual([]);
      expect(checks.filter(({ because }) => because === '')).toEqual([]);
    }
    expect(code).toBe(1);
  });

  it('asks TTS what its Domain adopts, and nobody else', async () => {
    const { code, out, err } = await ran(
      ['readiness', 'check', 'catalog', '--format', 'json', ...AT],
      { files },
    );
    const asked = (ref: string) =>
      subjectsIn(out)
        .filter(({ entityRef }) => entityRef === ref)
        .flatMap(({ packs }) => packs.map(({ pack }) => pack));
    expect(new Set(asked('component:default/permit-intake-web'))).toEqual(
      new Set(['suite-basics@1', 'tts-good-production-practices@1', 'tts-hosting@1']),
    );
    expect(new Set(asked('component:default/noipm-complaint-manager'))).toEqual(
      new Set(['suite-basics@1']),
    );
    expect(err.join('\n')).toMatch(
      /Of \d+ subjects no pack is asked: name one in checklists\[\]\.pack .* --ask \(tts-good-production-practices@1, tts-hosting@1\)/,
    );
    expect(code).toBe(1);
  });

  it.each([
    ['caktus', 'caktus-deployed-architecture@1'],
    ['operating-applications', 'operating-applications@1'],
  ])('asks %s its own pack', async (folder, pack) => {
    const file = `catalog/${folder}/readiness.yaml`;
    const lint = await ran(['readiness', 'pack', 'lint', file], { files });
    expect([lint.code, lint.out]).toEqual([0, [expect.stringContaining(`${pack} is right`)]]);
    const { out } = await ran(
      ['readiness', 'check', `catalog/${folder}`, '--pack', file, '--format', 'json', ...AT],
      { files },
    );
    for (const { packs } of subjectsIn(out)) {
      expect(packs.map(asked => asked.pack)).toContain(pack);
    }
  });

  it('names what is open with the lines to add, and where it was read', async () => {
    const { out, err } = await ran(
      [
        'readiness',
        'check',
        'catalog/noipm/',
        'catalog/noipm/people.yaml',
        '--environment',
        'production',
        '--ask',
        'tts-good-production-practices',
        ...AT,
      ],
      { files },
    );
    expect(out.slice(0, 2)).toEqual([
      'Complaint manager, production (component:default/noipm-complaint-manager, catalog/noipm/complaint-manager.yaml, line 2)',
      expect.stringMatching(/^Not ready for production: \d+ must-haves open: /),
    ]);
    const place = out.findIndex(line =>
      /^ {2}Not met: Each component always has two instances \(scalability\.two-instances\)\./.test(
        line,
      ),
    );
    expect(out[place + 1]).toMatch(/^ {4}Write at environments\[\]\.processes\[\]: /);
    expect(err.slice(0, 3)).toEqual([
      'From 5 catalog files, without a server. Judged as of 2026-11-24T17:00:00Z (--at 2026-11-24T17:00:00Z answers the same again).',
      expect.stringMatching(/^Without --answers, .* conformance\[\] .* alone/),
      expect.stringMatching(/^Dependencies outside the files are not known/),
    ]);
  });

  it('answers the same at any time with --at', async () => {
    const args = ['readiness', 'check', 'catalog', '--ask', 'tts-good-production-practices'];
    const [one, other] = await Promise.all([
      ran([...args, ...AT], { files }),
      ran([...args, ...AT], { files, now: Date.parse('2031-01-01T00:00:00Z') }),
    ]);
    expect([other.code, other.out, other.err]).toEqual([one.code, one.out, one.err]);
    const later = await ran([...args, '--at', '2031-01-01T00:00:00Z'], { files });
    expect(later.out).not.toEqual(one.out);
  });

  it('writes a comment', async () => {
    const { out } = await ran(
      ['readiness', 'check', 'catalog/tts', '--format', 'markdown', ...AT],
      { files },
    );
    expect(out[0]).toMatch(/^## Permit /);
    expect(out.join('\n')).toContain('### Open must-haves');
    expect(out.at(-1)).toBe(
      '<sub>As of 2026-11-24T17:00:00Z, from the files of this change alone.</sub>',
    );
  });
});

const CHECK = ['readiness', 'check', 'catalog', '--pack', 'packs/acme.yaml', ...AT];
const PRODUCTION = [...CHECK, '--environment', 'production'];

describe('exit codes', () => {
  it.each<[string, readonly string[], ReadonlyMap<string, string>, number]>([
    ['ready', PRODUCTION, acmeFiles(), 0],
    ['a must-have is not met', PRODUCTION, acmeFiles({ retention: '' }), 1],
    ['a must-have is not confirmed', PRODUCTION, acmeFiles({ answered: 'unanswered' }), 1],
    [
      'and that fails nothing',
      [...PRODUCTION, '--fail-on', 'nothing'],
      acmeFiles({ retention: '' }),
      0,
    ],
    [
      'what is recommended fails nothing',
      [...CHECK, '--environment', 'staging'],
      acmeFiles({ retention: '' }),
      0,
    ],
    [
      'unless it is asked for',
      [...CHECK, '--environment', 'staging', '--fail-on', 'any'],
      acmeFiles({ retention: '' }),
      1,
    ],
    ['all of it is there', [...CHECK, '--fail-on', 'any'], acmeFiles(), 0],
    [
      'a confirmation has ended by then',
      [...PRODUCTION.filter(word => !AT.includes(word)), '--at', '2026-12-25T00:00:00Z'],
      acmeFiles(),
      1,
    ],
    ['no pack is asked', ['readiness', 'check', 'catalog', ...AT], acmeFiles(), 3],
    ['nothing is judged', ['readiness', 'check', 'catalog/people.yaml', ...AT], acmeFiles(), 3],
    [
      'one of two says nothing of itself',
      PRODUCTION,
      acmeFiles(
        {},
        {
          'catalog/bare.yaml':
            'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: bare }\nspec: { type: service, owner: team }',
        },
      ),
      1,
    ],
    [
      'a document cannot be read',
      PRODUCTION,
      acmeFiles(
        {},
        { 'catalog/web.yaml': acmeService().replace('/v1alpha1\n    env', '/v9\n    env') },
      ),
      2,
    ],
  ])('%s', async (_, args, files, expected) => {
    const { code, err } = await ran(args, { files });
    expect({ code, err: code === expected ? [] : err }).toEqual({ code: expected, err: [] });
  });
});

describe('what is wrong says where, and the way out', () => {
  it.each<[string, readonly string[], ReadonlyMap<string, string>, readonly RegExp[]]>([
    ['no path', ['readiness', 'check'], acmeFiles(), [/^PATH is missing\./, /--help/]],
    [
      'no such path',
      ['readiness', 'check', 'catalogue'],
      acmeFiles(),
      [/There is no file or folder catalogue\./],
    ],
    [
      'no catalog file',
      ['readiness', 'check', 'packs'],
      acmeFiles(),
      [/No catalog file is at packs\./, /apiVersion/],
    ],
    [
      'no YAML',
      CHECK,
      acmeFiles({}, { 'catalog/web.yaml': `${acmeService()}\n  broken: "planted-7f3a` }),
      [/^catalog\/web\.yaml, line \d+ is no YAML \([A-Z_]+\)\.$/m],
    ],
    [
      'an entity twice',
      CHECK,
      acmeFiles({}, { 'catalog/again.yaml': acmeService() }),
      [
        /component:default\/web is there twice: catalog\/again\.yaml, line 2, and catalog\/web\.yaml, line 2\./,
      ],
    ],
    [
      'a document that nothing reads',
      CHECK,
      acmeFiles(
        {},
        { 'catalog/web.yaml': acmeService().replace('/v1alpha1\n    env', '/v9\n    env') },
      ),
      [/^catalog\/web\.yaml, line 10, schema: .*v9.*/m],
    ],
    [
      'a field that cannot be read',
      CHECK,
      acmeFiles({ retention: 'four weeks' }),
      [
        /^catalog\/web\.yaml, line 17, backups\[daily\]\.retention: .*"four weeks" is not a duration\. Write one such as P28D/m,
      ],
    ],
    [
      'a word that is not known',
      CHECK,
      acmeFiles({}, { 'catalog/web.yaml': acmeService().replace('hosting:', 'hostng:') }),
      [/^catalog\/web\.yaml, line 12, environments\[production\]\.hostng: /m],
    ],
    [
      'an unknown environment',
      [...CHECK, '--environment', 'prod'],
      acmeFiles(),
      [
        /Nothing here has an environment "prod"; did you mean production\?/,
        /There are production, staging\./,
      ],
    ],
    [
      'an unknown entity',
      [...CHECK, '--entity', 'component:default/wbe'],
      acmeFiles(),
      [/component:default\/wbe is in none of the files; did you mean component:default\/web\?/],
    ],
    [
      'an entity that nobody judges',
      [...CHECK, '--entity', 'group:default/team'],
      acmeFiles(),
      [/group:default\/team is not judged/],
    ],
    [
      'an unknown pack',
      ['readiness', 'check', 'catalog', '--ask', 'tts-hostin@1'],
      acmeFiles(),
      [/--ask: there is no pack tts-hostin@1; did you mean tts-hosting@1\?/, /suite-basics@1/],
    ],
    [
      'no such pack file',
      ['readiness', 'check', 'catalog', '--pack', 'packs/acmee.yaml'],
      acmeFiles(),
      [/There is no pack file packs\/acmee\.yaml\./],
    ],
    [
      'a pack that is refused',
      CHECK,
      acmeFiles(
        {},
        {
          'packs/acme.yaml':
            'schema: deploy-windows.io/readiness-pack/v1\npack: Acme\nversion: 1\nchecks: []',
        },
      ),
      [/^packs\/acme\.yaml, line 2, pack: /m],
    ],
    [
      'people that are nowhere',
      [...CHECK, '--org', 'catalog/web.yaml'],
      acmeFiles(),
      [/--org: no User or Group is in catalog\/web\.yaml\./],
    ],
    [
      'answers that are no JSON',
      [...CHECK, '--answers', 'packs/acme.yaml'],
      acmeFiles(),
      [/--answers: packs\/acme\.yaml is no JSON\./, /export\.json/],
    ],
    [
      'answers without what they need',
      [...CHECK, '--answers', 'answers.json'],
      acmeFiles({}, { 'answers.json': '{"attestations":[{"id":"a"}],"waivers":[]}' }),
      [/--answers: answers\.json, attestations\.0\.subject: /],
    ],
    [
      'a format nobody writes',
      [...CHECK, '--format', 'yaml'],
      acmeFiles(),
      [/--format is one of text, json, markdown/],
    ],
  ])('%s', async (_, args, files, words) => {
    const { err, out } = await ran(args, { files });
    for (const one of words) expect(err.join('\n')).toMatch(one);
    // What stands in a broken line may be what nobody should see.
    expect([...out, ...err].join('\n')).not.toContain('planted-7f3a');
  });

  it('a broken check takes no other with it', async () => {
    const files = acmeFiles();
    const pack = (files.get('packs/acme.yaml') ?? '').replace(
      '{ declared: retention }',
      '{ declared: retension }',
    );
    const { code, out, err } = await ran([...PRODUCTION, '--format', 'json'], {
      files: new Map([...files, ['packs/acme.yaml', pack]]),
    });
    const [subject] = subjectsIn(out);
    expect(subject?.open).toEqual([
      { checkId: 'acme.copies', title: 'Data is copied', status: 'error' },
    ]);
    expect(err.join('\n')).toMatch(
      /^packs\/acme\.yaml, line \d+, checks\.0\.rule\S* \(acme\.copies\): .*retension/m,
    );
    expect(code).toBe(1);
  });
});

describe('people', () => {
  it('may lie elsewhere', async () => {
    const files = new Map(acmeFiles());
    files.set('people/all.yaml', files.get('catalog/people.yaml') ?? '');
    files.delete('catalog/people.yaml');
    const without = await ran(PRODUCTION, { files });
    expect(without.out.join('\n')).toMatch(/Not met: The owner exists/);
    expect(without.err.join('\n')).toMatch(/No User or Group is among the files.*--org/);
    expect((await ran([...PRODUCTION, '--org', 'people'], { files })).code).toBe(0);
  });
});

describe('dependencies', () => {
  const other = (retention: string) =>
    acmeService({ retention }).replace(
      '{ name: web, title: Web shop }',
      '{ name: api, title: API }',
    );
  const upstreams = async (files: ReadonlyMap<string, string>) => {
    const { out } = await ran([...PRODUCTION, '--format', 'json'], { files });
    const web = subjectsIn(out).find(({ entityRef }) => entityRef === 'component:default/web');
    return web?.checks.find(({ id }) => id === 'acme.upstreams')?.status;
  };
  const depends = (document = {}) =>
    acmeService(document).replace('  owner: team', '  owner: team\n  dependsOn: [component:api]');

  it.each([
    ['pass with it', { 'catalog/api.yaml': other('P28D') }, 'pass'],
    ['are not known with it', { 'catalog/api.yaml': other('') }, 'unknown'],
    ['are not known outside the files', {}, 'unknown'],
  ])('%s', async (_, more, expected) => {
    expect(await upstreams(acmeFiles({}, { 'catalog/web.yaml': depends(), ...more }))).toBe(
      expected,
    );
  });
});

describe('--answers', () => {
  const attestation = {
    id: 'a1',
    subject: 'component:default/web#production',
    checkId: 'acme.looked-at',
    checkTitle: 'Somebody looked at it',
    checkVersion: 1,
    answer: 'met',
    attestedBy: 'user:default/ada',
    attestedAt: '2026-11-23T10:00:00Z',
    validUntil: '2026-12-23T10:00:00Z',
    boundFacts: { platform: 'heroku' },
    signatures: [{ by: 'user:default/ada', at: '2026-11-23T10:00:00Z', outside: false }],
    source: 'person',
    state: 'valid',
  };
  const waiver = {
    id: 'w1',
    subject: 'component:default/web#production',
    checkId: 'acme.copies',
    checkTitle: 'Data is copied',
    code: 'planned',
    reason: 'Copies begin when the new disks are there',
    requestedBy: 'user:default/ada',
    createdAt: '2026-11-20T10:00:00Z',
    expiresAt: '2026-12-18T10:00:00Z',
    needsApproval: true,
    approvedBy: 'user:default/eve',
    state: 'active',
  };
  const check = async (document: object, answers: unknown, at = AT) => {
    const files = acmeFiles(document, { 'answers.json': JSON.stringify(answers) });
    const args = [...PRODUCTION.filter(word => !AT.includes(word)), ...at];
    const { code, out, err } = await ran(
      [...args, '--answers', 'answers.json', '--format', 'json'],
      { files },
    );
    expect(err.join('\n')).not.toMatch(/Without --answers/);
    return { code, subject: subjectsIn(out)[0] };
  };

  it.each<[string, object, unknown, string]>([
    ['a confirmation counts', { answered: 'unanswered' }, { attestations: [attestation] }, 'ready'],
    [
      'as the export has it, with its check',
      { answered: 'unanswered' },
      {
        at: '2026-11-24T10:00:00Z',
        subjects: [
          {
            checks: [{ id: 'acme.looked-at', version: 1, confirmation: attestation, waiting: [] }],
          },
        ],
      },
      'ready',
    ],
    [
      'not for other facts',
      { answered: 'unanswered', platform: 'aws' },
      { attestations: [attestation] },
      'not-ready',
    ],
    ['a waiver counts', { retention: '' }, { waivers: [waiver] }, 'ready-with-waivers'],
    [
      'not before somebody agrees',
      { retention: '' },
      { waivers: [{ ...waiver, approvedBy: undefined, state: 'waiting' }] },
      'not-ready',
    ],
    [
      'not of another subject',
      { retention: '' },
      { waivers: [{ ...waiver, subject: 'component:default/other#production' }] },
      'not-ready',
    ],
  ])('%s', async (_, document, answers, expected) => {
    expect((await check(document, answers)).subject?.verdict).toBe(expected);
  });

  it.each([
    ['2026-12-18T09:59:59Z', 'ready-with-waivers'],
    ['2026-12-18T10:00:00Z', 'not-ready'],
  ])('a waiver ends: %s', async (at, expected) => {
    expect(
      (await check({ retention: '' }, { waivers: [waiver] }, ['--at', at])).subject?.verdict,
    ).toBe(expected);
  });
});

describe('secrets', () => {
  const planted = ['AKIA', 'QWERTYUIOPASDFGH'].join('');

  it('are found, named by their place, and never repeated', async () => {
    const files = acmeFiles(
      {},
      {
        'catalog/web.yaml': acmeService().replace(
          'title: Web shop',
          `title: Web shop, description: ${planted}`,
        ),
      },
    );
    for (const format of ['text', 'json', 'markdown']) {
      const { code, out, err } = await ran([...PRODUCTION, '--format', format], { files });
      expect(code).toBe(1);
      expect(out.join('\n')).toMatch(/x.no-secret-in-catalog/);
      expect([...out, ...err].join('\n')).not.toContain(planted);
    }
  });
});
