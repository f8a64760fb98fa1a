import { assertNoSecrets, ruleWords, SecretFoundError } from './index';

const VALUE = ['hunt', 'er2'].join('');

it.each([
  [
    'a text',
    `a: 1\npassword: ${VALUE}`,
    { line: 2 },
    'x.yaml: line 2: looks like a secret (rule key-with-value). The file was not read.',
  ],
  [
    'a value',
    { a: [{ password: VALUE }] },
    { path: 'a[0].password' },
    'x.yaml: a[0].password: looks like a secret (rule key-with-value).',
  ],
])('throws for %s, with rule and place', (_, content, place, message) => {
  const thrown = (() => {
    try {
      assertNoSecrets(content, 'x.yaml');
    } catch (error) {
      return error as SecretFoundError;
    }
    return undefined;
  })();
  expect(thrown).toMatchObject({
    name: 'SecretFoundError',
    rule: 'key-with-value',
    place: { where: 'x.yaml', ...place },
  });
  expect(thrown?.message).toContain(message);
  expect(`${thrown?.message} ${thrown?.stack} ${JSON.stringify(thrown)}`).not.toContain(VALUE);
});

it('lets everything else pass', () => {
  expect(() => assertNoSecrets({ password: 'vault:projects/orders#database' }, 'x')).not.toThrow();
});

it.each([
  ['key-with-value', 'a value after a name such as password or token'],
  ['github', 'a token of GitHub'],
  ['slack-webhook', 'a webhook of Slack'],
  ['datadog-key', 'a key of Datadog'],
  ['google-api-key', 'a key of Google'],
])('%s is %s', (rule, words) => {
  expect(ruleWords(rule)).toBe(words);
});
