import type { CredentialStore } from './sections';

interface RefForm {
  /** The form, as people are told it. */
  readonly form: string;
  readonly pattern: RegExp;
}

// Longer texts are no places.
const LONGEST = 400;

const FORMS: Partial<Readonly<Record<CredentialStore, RefForm>>> = {
  '1password': {
    form: 'op://vault/item/field',
    pattern: /^op:\/\/[\w .-]+\/[\w .-]+(\/[\w .-]+){1,2}$/,
  },
  vault: { form: 'vault:mount/path#key', pattern: /^vault:[\w./-]+#[\w.-]+$/ },
  'aws-secretsmanager': {
    form: 'arn:aws:secretsmanager:region:account:secret:name',
    pattern: /^arn:aws[\w-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/,
  },
  'aws-ssm': {
    form: 'arn:aws:ssm:region:account:parameter/name',
    pattern: /^arn:aws[\w-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+$/,
  },
  'aws-iam': {
    form: 'arn:aws:iam::account:role/name',
    pattern: /^arn:aws[\w-]*:iam::\d{12}:(role|user|policy)\/[\w+=,.@/-]+$/,
  },
  'gcp-secretmanager': {
    form: 'projects/project/secrets/name',
    pattern: /^projects\/[a-z0-9-]+\/secrets\/[\w-]+$/,
  },
  'azure-keyvault': {
    form: 'https://vault.vault.azure.net/secrets/name',
    pattern: /^https:\/\/[a-z0-9-]+\.vault\.azure\.net\/secrets\/[A-Za-z0-9-]+$/,
  },
  kubernetes: {
    form: 'k8s:namespace/secret#key',
    pattern: /^k8s:[a-z0-9-]+\/[a-z0-9.-]+#[\w.-]+$/,
  },
  'external-secrets': {
    form: 'eso:store/key#property',
    pattern: /^eso:[a-z0-9-]+\/[\w./-]+(#[\w.-]+)?$/,
  },
  sops: {
    form: 'sops:path/in/repo.yaml#key',
    pattern: /^sops:[\w./-]+\.(ya?ml|json|env)#[\w.-]+$/,
  },
  keepass: { form: 'keepass:database/group/entry', pattern: /^keepass:[\w .-]+(\/[\w .-]+){1,5}$/ },
  heroku: {
    form: 'heroku:app#CONFIG_VAR_NAME',
    pattern: /^heroku:[a-z][a-z0-9-]+#[A-Z][A-Z0-9_]*$/,
  },
  ci: {
    form: 'circleci:context#NAME, github:owner/repo#NAME or gitlab:group/project#NAME',
    pattern: /^(circleci|github|gitlab):[\w ./-]+#[A-Z][A-Z0-9_]*$/,
  },
  account: { form: 'account:name, with holder', pattern: /^account:[\w.@+-]{3,80}$/ },
};

/** What is wrong with a reference into a store; undefined when it has the form of that store. Never repeats the reference. */
export function credentialRefProblem(
  store: CredentialStore | undefined,
  ref: string,
  holder: string | undefined,
): { readonly message: string; readonly fix: string } | undefined {
  if (store === undefined) {
    return {
      message: 'a reference without a store',
      fix: 'Write the store beside it, such as store: vault',
    };
  }
  const form = FORMS[store];
  if (!form) {
    return {
      message: `${store} has no references`,
      fix: 'Write in words where it lies, in holder',
    };
  }
  if (ref.length > LONGEST || !form.pattern.test(ref)) {
    return { message: 'not a reference this store knows', fix: `Form for ${store}: ${form.form}` };
  }
  if (store === 'account' && holder === undefined) {
    return { message: 'an account goes with its holder', fix: 'Write holder beside it, in words' };
  }
  return undefined;
}
