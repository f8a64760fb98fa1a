import { ACME_PACK } from '../__testUtils__/acme';
import { ran } from '../__testUtils__/testWorld';

async function lint(text: string, ...more: readonly string[]) {
  const files = new Map([
    ['packs/acme.yaml', text],
    ['packs/base.yaml', ACME_PACK],
  ]);
  return ran(['readiness', 'pack', 'lint', 'packs/acme.yaml', ...more], {
    files,
    env: { DEPLOY_WINDOWS_URL: '' },
  });
}

it('says that a pack is right', async () => {
  const { code, out } = await lint(ACME_PACK);
  expect([code, out]).toEqual([0, ['acme@1 is right: 3 checks.']]);
});

it('reads what it is made from', async () => {
  const own = `
schema: deploy-windows.io/readiness-pack/v1
pack: acme-shop
version: 1
extends: acme@1
changes: [{ id: acme.upstreams, level: 'off', reason: It depends on nothing }]
`;
  expect((await lint(own)).out[0]).toMatch(
    /packs\/acme\.yaml, line 5, extends: acme@1 is not a pack that is loaded/,
  );
  const { code, out } = await lint(own, '--pack', 'packs/base.yaml');
  expect([code, out]).toEqual([0, ['acme-shop@1 is right: 3 checks.']]);
});

describe('names the line and what is wrong', () => {
  it.each<[string, string, readonly RegExp[]]>([
    ['no YAML', 'pack: [a', [/^packs\/acme\.yaml, line \d+: /, /A portal refuses it\./]],
    ['an empty file', '', [/^packs\/acme\.yaml/, /A portal refuses it\./]],
    [
      'a field that does not exist',
      ACME_PACK.replace('title: Acme', 'titel: Acme'),
      [/line \d.*titel/s],
    ],
    [
      'a fact that does not exist',
      ACME_PACK.replace('declared: retention', 'declared: retension'),
      [
        /^packs\/acme\.yaml, line 14, checks\.0\.rule\S* \(acme\.copies\): .*retension/m,
        /of 3 checks 1 cannot be asked; a portal asks the others\./,
      ],
    ],
    [
      'an operator that does not exist',
      ACME_PACK.replace('{ declared: retention }', '{ stated: retention }'),
      [/\(acme\.copies\): .*stated/],
    ],
    [
      'a list without what no item means',
      ACME_PACK.replace('whenEmpty: not-applicable, ', ''),
      [/\(acme\.copies\): .*whenEmpty|whenEmpty.*\(acme\.copies\)/s],
    ],
    [
      'an id twice',
      ACME_PACK.replace('acme.upstreams', 'acme.copies'),
      [/acme\.copies is there twice/],
    ],
    [
      'a length of time in other words',
      ACME_PACK.replace('P30D', 'a month'),
      [/\(acme\.looked-at\): .*P\d+D/],
    ],
    [
      'two mistakes, both at once',
      ACME_PACK.replace('P30D', 'a month').replace('declared: retention', 'declared: retension'),
      [/\(acme\.copies\)/, /\(acme\.looked-at\)/, /of 3 checks 2 cannot be asked/],
    ],
  ])('%s', async (_, text, words) => {
    const { code, out } = await lint(text);
    for (const one of words) expect(out.join('\n')).toMatch(one);
    expect(code).toBe(1);
  });
});

it('says it as JSON too', async () => {
  const { code, out } = await lint(ACME_PACK.replace('P30D', 'a month'), '--format', 'json');
  expect(JSON.parse(out[0] ?? '')).toMatchObject({
    pack: 'acme@1',
    problems: [{ severity: 'check', check: 'acme.looked-at', line: expect.any(Number) }],
  });
  expect(code).toBe(1);
});

it.each([
  ['no file', ['readiness', 'pack', 'lint'], /FILE is missing/],
  [
    'no such file',
    ['readiness', 'pack', 'lint', 'gone.yaml'],
    /There is no pack file gone\.yaml\./,
  ],
  ['two files', ['readiness', 'pack', 'lint', 'a.yaml', 'b.yaml'], /A word stands/],
  ['half a command', ['readiness', 'pack'], /"readiness pack" needs a third word: lint\./],
])('%s', async (_, args, words) => {
  const { code, err } = await ran(args);
  expect([code, err.join('\n')]).toEqual([2, expect.stringMatching(words)]);
});
