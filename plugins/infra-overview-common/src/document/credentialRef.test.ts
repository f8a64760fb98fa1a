import { credentialRefProblem } from './credentialRef';
import type { CredentialStore } from './sections';

describe('credentialRefProblem', () => {
  it.each<[CredentialStore, string]>([
    ['1password', 'op://Infra/orders db/password'],
    ['1password', 'op://Infra/orders/section/field'],
    ['vault', 'vault:projects/orders#database'],
    ['aws-secretsmanager', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/db'],
    ['aws-ssm', 'arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/orders/db'],
    ['aws-iam', 'arn:aws:iam::123456789012:role/orders-web'],
    ['gcp-secretmanager', 'projects/orders/secrets/db_login'],
    ['azure-keyvault', 'https://orders.vault.azure.net/secrets/db-login'],
    ['kubernetes', 'k8s:orders/db-login#password'],
    ['external-secrets', 'eso:vault-backend/orders/db'],
    ['external-secrets', 'eso:vault-backend/orders/db#login'],
    ['sops', 'sops:deploy/secrets.enc.yaml#db.login'],
    ['keepass', 'keepass:team/servers/orders db'],
    ['heroku', 'heroku:orders-production#DATABASE_URL'],
    ['ci', 'circleci:orders context#DEPLOY_KEY'],
    ['ci', 'github:example/orders#DEPLOY_KEY'],
  ])('%s knows %s', (store, ref) => {
    expect(credentialRefProblem(store, ref, undefined)).toBeUndefined();
  });

  it.each<[string, CredentialStore | undefined, string, string | undefined]>([
    ['a form of another store', 'vault', 'op://Infra/orders/password', undefined],
    ['words', '1password', 'look in the team vault', undefined],
    ['one part too few', '1password', 'op://Infra/orders', undefined],
    ['a variable in small letters', 'heroku', 'heroku:orders#database_url', undefined],
    ['encrypted content', 'sops', 'ENC[AES256_GCM,data:abc]', undefined],
    ['another host', 'azure-keyvault', 'https://vault.azure.net.example.org/secrets/a', undefined],
    ['a second line', 'vault', 'vault:a#b\nmore', undefined],
    ['a very long text', 'vault', `vault:${'a/'.repeat(50_000)}#b`, undefined],
    ['a store without references', 'person', 'account:somebody', undefined],
    ['no store', undefined, 'vault:projects/orders#database', undefined],
    ['an account without its holder', 'account', 'account:orders-admin', undefined],
  ])('refuses %s, without repeating it', (_, store, ref, holder) => {
    const problem = credentialRefProblem(store, ref, holder);
    expect(problem).toBeDefined();
    expect(JSON.stringify(problem)).not.toContain(ref);
  });

  it('takes an account with its holder', () => {
    expect(
      credentialRefProblem('account', 'account:orders-admin', 'the mailbox of the team'),
    ).toBeUndefined();
  });
});
