import {
  aChangeType,
  aCount,
  aDuration,
  anAddress,
  anEntity,
  anInstant,
  aReason,
  aResult,
  aToken,
  aZone,
  oneOf,
  type Check,
} from './checks';

export interface Option {
  readonly type: 'text' | 'switch' | 'list';
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help: string;
  readonly check?: Check;
  /** Never shown, nowhere. */
  readonly secret?: true;
  /** Read where the flag is not given. */
  readonly variable?: string;
}

/** Every flag of every command, each with one meaning. */
export const OPTIONS = {
  entity: {
    type: 'text',
    value: 'REF',
    help: 'what is deployed: kind:namespace/name',
    check: anEntity,
  },
  environment: {
    type: 'text',
    value: 'NAME',
    help: 'where to, as the entity names it: production',
  },
  'change-type': {
    type: 'text',
    value: 'TYPE',
    help: 'deploy (default), config, hotfix, rollback, restart or stop',
    check: aChangeType,
  },
  duration: {
    type: 'text',
    value: 'PT20M',
    help: 'how long it will take; otherwise what is declared, or typical',
    check: aDuration,
  },
  at: {
    type: 'text',
    value: 'INSTANT',
    help: "ask about another time, by today's rules",
    check: anInstant,
  },
  zone: {
    type: 'text',
    value: 'ZONE',
    help: "IANA zone in which times are written; otherwise the project's",
    check: aZone,
  },
  wait: {
    type: 'text',
    value: 'PT2H',
    help: 'while it is blocked, ask again until it opens or this time is over',
    check: aDuration,
  },
  'on-unavailable': {
    type: 'text',
    value: 'WORD',
    help: 'without an answer: block (default), allow (loudly), or last-known',
    check: oneOf('block', 'allow', 'last-known'),
  },
  'last-known-file': {
    type: 'text',
    value: 'FILE',
    help: 'where the last allowed answer is kept for last-known',
  },
  offline: {
    type: 'text',
    value: 'FOLDER',
    help: 'no server: the same rules over the catalog files below a folder',
  },
  count: { type: 'text', value: 'N', help: 'how many openings (default 5)', check: aCount(1, 100) },
  within: {
    type: 'text',
    value: 'P14D',
    help: 'how far to look; otherwise to the horizon of 400 days',
    check: aDuration,
  },

  ttl: {
    type: 'text',
    value: 'PT30M',
    help: 'how long the lock lives without a renewal',
    check: aDuration,
  },
  out: {
    type: 'text',
    value: 'FILE',
    help: 'where the permit is written, for record and lock release',
  },
  artifact: { type: 'text', value: 'TEXT', help: 'what is deployed: an image, a commit' },
  'run-key': {
    type: 'text',
    value: 'KEY',
    help: 'who waits in the queue; otherwise the run of the CI system',
  },
  permit: { type: 'text', value: 'FILE', help: 'the file that lock take wrote' },
  lock: { type: 'text', value: 'ID', help: 'one lock, by its id' },
  break: {
    type: 'switch',
    help: "take away somebody else's lock; needs --reason and the permission",
  },
  reason: { type: 'text', value: 'TEXT', help: 'why, in at least 10 characters', check: aReason },

  version: { type: 'text', value: 'TEXT', help: 'what is deployed: a version or commit' },
  result: {
    type: 'text',
    value: 'WORD',
    help: 'succeeded, failed or cancelled; success, failure and canceled are understood',
    check: aResult,
  },
  source: {
    type: 'text',
    value: 'NAME',
    help: 'which system records; otherwise the CI system that runs this',
  },
  'external-id': {
    type: 'text',
    value: 'ID',
    help: 'the run there: the same one is recorded once; otherwise the run of the CI system',
  },
  deployment: {
    type: 'text',
    value: 'ID',
    help: 'the deployment, by the id that record start answered',
  },
  'started-at': {
    type: 'text',
    value: 'INSTANT',
    help: 'when it started, if not now',
    check: anInstant,
  },
  'finished-at': {
    type: 'text',
    value: 'INSTANT',
    help: 'when it ended, if not now',
    check: anInstant,
  },
  note: { type: 'text', value: 'TEXT', help: 'a remark for the log' },
  'caused-errors': { type: 'switch', help: 'requests failed while it ran' },

  audience: {
    type: 'text',
    value: 'ID',
    help: 'who is told; may be left out where there is one audience',
  },
  from: { type: 'text', value: 'INSTANT', help: 'start of the announced range', check: anInstant },
  to: { type: 'text', value: 'INSTANT', help: 'end of the announced range', check: anInstant },
  text: {
    type: 'text',
    value: 'TEXT',
    help: 'what they read; otherwise written from impact, range and procedure',
  },
  'dry-run': { type: 'switch', help: 'show text and earliest start, send nothing' },
  'told-at': {
    type: 'text',
    value: 'INSTANT',
    help: 'when they were told, if not now',
    check: anInstant,
  },
  evidence: {
    type: 'text',
    value: 'TEXT',
    help: 'how they were told: a call with whom, a message where',
  },

  rule: {
    type: 'list',
    value: 'KEY',
    help: 'a rule to set aside, as explain names it; give it again for more',
  },
  'usable-by': { type: 'list', value: 'REF', help: 'who may use it; otherwise you' },
  until: {
    type: 'text',
    value: 'INSTANT',
    help: 'when it ends, within 24 hours',
    check: anInstant,
  },
  use: {
    type: 'text',
    value: 'WORD',
    help: 'single (default) or timed',
    check: oneOf('single', 'timed'),
  },
  ticket: { type: 'text', value: 'TEXT', help: 'where it is discussed' },
  emergency: {
    type: 'switch',
    help: 'for a hotfix, by those on call: at once, single use, reviewed later',
  },

  org: {
    type: 'list',
    value: 'PATH',
    help: 'catalog files of Users and Groups; otherwise those among the files',
  },
  pack: {
    type: 'list',
    value: 'FILE',
    help: 'a pack of your own, asked of everything judged; give it again for more',
  },
  ask: {
    type: 'list',
    value: 'PACK',
    help: 'a shipped pack, such as tts-hosting@1, asked of everything judged; give it again for more',
  },
  answers: {
    type: 'text',
    value: 'FILE',
    help: 'confirmations and waivers: the export of a portal, as JSON',
  },
  format: {
    type: 'text',
    value: 'WORD',
    help: 'text (default), json, or markdown for a comment',
    check: oneOf('text', 'json', 'markdown'),
  },
  'fail-on': {
    type: 'text',
    value: 'WORD',
    help: 'exit 1 for must (default), any (recommended checks too), or nothing',
    check: oneOf('must', 'any', 'nothing'),
  },

  url: {
    type: 'text',
    value: 'URL',
    help: 'address of the API: https://portal.example.org/api/deploy-windows',
    check: anAddress,
    variable: 'DEPLOY_WINDOWS_URL',
  },
  token: {
    type: 'text',
    value: 'TOKEN',
    help: 'better in the variable: other processes can read arguments',
    check: aToken,
    variable: 'DEPLOY_WINDOWS_TOKEN',
    secret: true,
  },
  timeout: {
    type: 'text',
    value: 'PT10S',
    help: 'how long one answer may take (default PT10S)',
    check: aDuration,
  },
  json: { type: 'switch', help: "print the API's body unchanged" },
  help: { type: 'switch', help: 'this text' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;

type ValueOf<Type> = Type extends 'switch'
  ? true
  : Type extends 'list'
    ? readonly string[]
    : string;

/** What was given, checked. */
export type Values = {
  readonly [Name in OptionName]?: ValueOf<(typeof OPTIONS)[Name]['type']>;
} & {
  /** What stood without a flag. */
  readonly words?: readonly string[];
};

/** Those of every command that speaks to the server. */
export const CONNECTION: readonly OptionName[] = ['url', 'token', 'timeout', 'json', 'help'];

export function optionNamed(name: string): Option | undefined {
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name as OptionName] : undefined;
}
