import { secretIn } from 'backstage-plugin-deploy-windows-common/readiness';
import { refuseSecrets } from './secrets';

// Put together here, so that no file holds what looks like a secret.
const join = (...parts: readonly string[]) => parts.join('');

describe('refuseSecrets', () => {
  it.each([
    ['private key', join('-----BEGIN RSA ', 'PRIVATE KEY-----\nMIIE')],
    ['private key', join('see -----BEGIN ', 'PRIVATE KEY-----')],
    ['access key of AWS', join('it was AKIA', 'IOSFODNN7', 'EXAMPLE')],
    ['token of GitHub', join('use ghp', '_', 'a'.repeat(36))],
    ['token of GitLab', join('glpat', '-', 'b'.repeat(20))],
    ['token of Slack', join('xoxb', '-1234567890-abcdef')],
    ['signed web token', join('eyJ', 'hbGciOiJI', '.eyJ', 'zdWIiOiIx', '.', 'abcdefghij')],
    ['address with a password', join('postgres://', 'app:', 'hunter2x@', 'db/prod')],
    ['assigned password', join('password', '=', 'correcthorse')],
    ['assigned password', join('DB_PASSWORD', ': ', 'correct5horse')],
    ['assigned password', join('api_key', '="', 'abcdef123456"')],
  ])('finds a %s', (rule, text) => {
    expect(secretIn(text)).toBe(rule);
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
        rule: 'assigned password',
        message: expect.not.stringContaining('correcthorse'),
      }),
    );
  });

  it('has nothing to say about what was not sent', () => {
    expect(() => refuseSecrets('reason', undefined)).not.toThrow();
  });
});
