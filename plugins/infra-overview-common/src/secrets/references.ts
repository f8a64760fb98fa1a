/** Places where a secret is kept, in the forms a document may name them. A test holds them equal to those of the document. */
export const REFERENCE_FORMS: readonly RegExp[] = [
  /^op:\/\/[\w .-]+\/[\w .-]+(\/[\w .-]+){1,2}$/,
  /^vault:[\w./-]+#[\w.-]+$/,
  /^arn:aws[\w-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/,
  /^arn:aws[\w-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/[\w./-]+$/,
  /^arn:aws[\w-]*:iam::\d{12}:(role|user|policy)\/[\w+=,.@/-]+$/,
  /^projects\/[a-z0-9-]+\/secrets\/[\w-]+$/,
  /^https:\/\/[a-z0-9-]+\.vault\.azure\.net\/secrets\/[A-Za-z0-9-]+$/,
  /^k8s:[a-z0-9-]+\/[a-z0-9.-]+#[\w.-]+$/,
  /^eso:[a-z0-9-]+\/[\w./-]+(#[\w.-]+)?$/,
  /^sops:[\w./-]+\.(ya?ml|json|env)#[\w.-]+$/,
  /^keepass:[\w .-]+(\/[\w .-]+){1,5}$/,
  /^heroku:[a-z][a-z0-9-]+#[A-Z][A-Z0-9_]*$/,
  /^(circleci|github|gitlab):[\w ./-]+#[A-Z][A-Z0-9_]*$/,
  /^account:[\w.@+-]{3,80}$/,
];

// What stands for a value that is put in elsewhere.
const STAND_INS: readonly RegExp[] = [
  /^\$\{|^\$\(|^\$[A-Za-z_]\w*$|^\{\{|^<|^%[\w{(]|^\[|^\{|^!\w|^&\w|^\*|^@|^`|^#\{|^\\\(/,
  /\$\{[^}]*\}|\{\{[^}]*\}\}|\$\([^)]*\)/,
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[A-Z]+$/,
  /^(.)\1*$|^[*x•.…_#-]+$/i,
  /^(?:process|secrets?|vars?|module|data|local|env|os|config|self|this|params|settings?|credentials?|inputs|outputs|github|gitlab|steps|needs|context|req|request|res|response|props|state|options?|opts|user|app|node|each|item|values|aws_\w+|random_\w+|tls_\w+|google_\w+|azurerm_\w+)(?:\.|\[|::)/i,
  /^[\w.:]+\(/,
  /^(?:\.{0,2}|~)\/|^[a-z][a-z0-9+.-]*:\/\/|^[A-Za-z]:\\/,
  /^[\w./@-]+\.(?:pem|key|json|ya?ml|env|txt|crt|cer|p12|pfx|jks|properties|toml|ini|conf|cfg|sh|rb|py|js|ts|md|html|php|go|java|tf|tfvars|asc|gpg|kdbx|enc|local|com|org|net|io|dev)(?:[#:]\S*)?$/,
  /^\d{4}(?:-\d\d(?:-\d\d(?:[T ].*)?)?)?$|^\d{1,2}:\d\d/,
  /^[A-Z]{2,10}-\d{1,6}$/,
  /^(?:my|your|the|some|an?|example|sample|dummy|fake|test|insert|enter|replace|change|put|todo|fixme)[-_ ]/i,
  /^(?:v?\d+(?:\.\d+){1,3}|\d+(?:ms|s|m|h|d|days?|hours?|minutes?|seconds?|weeks?|months?|years?|k|kb|mb|gb|x|%|st|nd|rd|th))$/i,
];

/** Whether a value names where something is kept, or what will stand in its place. */
export function isReference(value: string): boolean {
  return REFERENCE_FORMS.some(form => form.test(value)) || STAND_INS.some(form => form.test(value));
}
