import fc from 'fast-check';
import { findSecrets, secretsInValue } from './index';
import { drawn, lookAlikes } from './__testUtils__/lookAlikes';
import { ORDINARY_LINES } from './__testUtils__/ordinaryFiles';

const PLANTED = lookAlikes().map(([, , text]) => text);
// By number, so that no counterexample that is printed holds one.
const line = fc.oneof(
  fc.nat(PLANTED.length - 1).map(at => ({ text: () => PLANTED[at] ?? '' })),
  fc.constantFrom(...ORDINARY_LINES).map(text => ({ text: () => text })),
);
const lines = fc.array(line, { maxLength: 6 });
const textOf = (parts: readonly { text(): string }[]) => parts.map(({ text }) => text()).join('\n');
const shifted = (text: string, by: number) =>
  findSecrets(text).map(({ rule, line: at }) => ({ rule, line: at + by }));

it('what two texts hold is what each holds', () => {
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const [first, second] = [textOf(a), textOf(b)];
      const count = first.split('\n').length;
      // An ordinary line between, so that neither ends in the middle of what the other begins.
      expect(findSecrets(`${first}\nfine\n${second}`)).toEqual([
        ...findSecrets(first),
        ...shifted(second, count + 1),
      ]);
    }),
    { numRuns: 60 },
  );
});

it.each([
  '# secretlint-disable',
  '# secretlint-disable-line',
  '# gitleaks:allow',
  '# nosec',
  '# pragma: allowlist secret',
])('no comment takes a finding away: %s', comment => {
  for (const text of PLANTED) {
    expect(findSecrets(`${comment}\nx: 1\n${text} ${comment}\n${comment}`)).toEqual(
      expect.arrayContaining(findSecrets(`${'#'}\nx: 1\n${text}\n`).slice(0, 1)),
    );
  }
});

it('a finding is a rule and a place, nothing else', () => {
  for (const text of PLANTED) {
    for (const finding of [...findSecrets(text), ...secretsInValue({ a: text })]) {
      const { rule, ...place } = finding;
      expect(rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect([{ line: 1 }, { path: 'a' }]).toContainEqual(place);
    }
  }
});

it('is sorted by line, and says each thing once', () => {
  const found = findSecrets(
    [...PLANTED, ...PLANTED.slice(0, 3).map(text => `${text} ${text}`)].join('\n'),
  );
  expect(found.map(({ line: at }) => at)).toEqual(
    found.map(({ line: at }) => at).sort((a, b) => a - b),
  );
  expect(new Set(found.map(({ line: at, rule }) => `${at} ${rule}`)).size).toBe(found.length);
});

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      expect(() => [findSecrets(text), secretsInValue({ password: text })]).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

it('reads a part that stands in many places once, and goes as deep as there is', () => {
  let many: readonly unknown[] = ['fine'];
  for (let depth = 0; depth < 60; depth += 1) many = [many, many];
  expect(secretsInValue(many as never)).toEqual([]);
  let deep: unknown = ['pass', 'word: ', drawn(12), '1'].join('');
  for (let depth = 0; depth < 20_000; depth += 1) deep = [deep];
  expect(secretsInValue(deep as never)).toHaveLength(1);
});

it('knows names with values, lists of variables and secrets of Kubernetes in a value', () => {
  const value = ['hunt', 'er2'].join('');
  expect(
    secretsInValue({
      db: { password: value, pins: [1] },
      env: [
        { name: 'DB_PASSWORD', value },
        { key: 'API_TOKEN', value: drawn(20) },
      ],
      manifest: { kind: 'Secret', data: { a: 'b' } },
    }).map(({ rule, path }) => `${path} ${rule}`),
  ).toEqual([
    'manifest kubernetes-secret',
    'db.password key-with-value',
    'env[0].value key-with-value',
    'env[1].value key-with-value',
  ]);
});
