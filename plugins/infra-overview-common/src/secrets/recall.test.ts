import { findSecrets, secretsInValue } from './index';
import { lookAlikes } from './__testUtils__/lookAlikes';

// What is looked for stays out of names and messages, so that a failing run prints nothing of it.
describe.each(lookAlikes().map(([what], index) => [what, index] as const))('%s', (_, index) => {
  const [, rule, text] = lookAlikes()[index] ?? ['', '', ''];

  it('is found in a file, by rule and line', () => {
    const found = findSecrets(`kind: Component\n# one\nnote: fine\n${text}\n`);
    expect(found).toContainEqual({ rule, line: 4 });
    expect(found.map(({ line }) => line)).toEqual(found.map(() => 4));
  });

  it('is found in a value, by rule and path', () => {
    expect(secretsInValue({ spec: { notes: ['fine', { text }] } })).toContainEqual({
      rule,
      path: 'spec.notes[1].text',
    });
  });
});

it('covers a good many', () => {
  expect(lookAlikes().length).toBeGreaterThan(100);
});
