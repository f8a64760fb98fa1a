import { refuseSecrets } from './secrets';

// Put together here, so that no file holds what looks like a secret.
const join = (...parts: readonly string[]) => parts.join('');

describe('refuseSecrets', () => {
  it.each([
    ['private-key', join('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE')],
    ['private-key', join('see -----BEGIN ', 'PRIVATE KEY-----')],
    ['aws-access-key', join('it was AKIA', 'IOSFODNN7', 'EXAMPLE')],
    ['github', join('use ghp', '_', 'a'.repeat(36))],
    ['gitlab', join('glpat', '-', 'b'.repeat(20))],
    ['slack', join('xoxb', '-1234567890-abcdef')],
    ['jwt', join('eyJ', 'hbGciOiJI', '.eyJ', 'zdWIiOiIx', '.', 'abcdefghij')],
    ['url-with-password', join('postgres://', 'app:', 'hunter2x@', 'db/prod')],
    ['key-with-value', join('password', '=', 'correcthorse')],
    ['key-with-value', join('DB_PASSWORD', ': ', 'correct5horse')],
    ['key-with-value', join('api_key', '="', 'abcdef123456"')],
  ])('finds by %s', (rule, text) => {
    expect(() => refuseSecrets('reason', text)).toThrow(expect.objectContaining({ rule }));
  });

  it.each([
    'Reports are due on 31 December; see https://wiki.example.org/freeze',
    'The password was changed, and the token is kept in 1Password',
    'Rotate the secret: it lies in SSM',
    'The token: expired yesterday, so nothing was deployed',
    'password=<from the vault>',
    'token: ${DEPLOY_TOKEN}',
    'Mail ann@example.org, ticket OPS-1234: migration of the database',
  ])('lets "%s" pass', text => {
    expect(() => refuseSecrets('reason', text)).not.toThrow();
  });

  it('names the field and the rule and repeats nothing', () => {
    const secret = join('password', '=', 'correcthorse');
    expect(() => refuseSecrets('why', secret)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        code: 'SECRET_IN_TEXT',
        field: 'why',
        rule: 'key-with-value',
        message:
          'why: this looks like a secret (a value after a name such as password or token). Write where it is kept instead.',
      }),
    );
  });

  it('has nothing to say about what was not sent', () => {
    expect(() => refuseSecrets('reason', undefined)).not.toThrow();
  });
});
