// How fast secrets are looked for: on the catalog of this repository, on one entity, and on texts made to be slow.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonValue } from '@backstage/types';
import { parseDocument } from 'yaml';
import { findSecrets, secretsInValue } from 'backstage-plugin-infra-overview-common/secrets';
import { decodedTexts } from '../plugins/infra-overview-common/src/secrets/decoded';
import { entropyMatches } from '../plugins/infra-overview-common/src/secrets/entropy';
import { keyValueMatches } from '../plugins/infra-overview-common/src/secrets/keyValues';
import { kubernetesSecretMatches } from '../plugins/infra-overview-common/src/secrets/kubernetesSecrets';
import {
  LIBRARY_RULES,
  libraryMatches,
  matchesOf,
  shortId,
} from '../plugins/infra-overview-common/src/secrets/library';
import { TOKEN_RULES } from '../plugins/infra-overview-common/src/secrets/rules';
import {
  STATEMENTS,
  statementMatches,
  VENDOR_STATEMENTS,
} from '../plugins/infra-overview-common/src/secrets/statements';
import { tokenMatches } from '../plugins/infra-overview-common/src/secrets/tokens';
import { urlMatches } from '../plugins/infra-overview-common/src/secrets/urls';
import { longWords } from '../plugins/infra-overview-common/src/secrets/words';
import { milliseconds, printTable } from './measure.mjs';

const catalog = readdirSync('catalog', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => readFileSync(join('catalog', name), 'utf8'))
  .join('---\n');
const MEGABYTE = 1_000_000;
const ordinary = catalog.repeat(Math.ceil((2 * MEGABYTE) / catalog.length));

/** Milliseconds of this process, whatever else the machine does. */
function timed(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(task: () => unknown, runs: number): number {
  task();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    times.push(timed(task));
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const found = findSecrets(ordinary);
if (found.length > 0)
  throw new Error(`Something is found in the catalog: ${found[0]?.rule}, line ${found[0]?.line}`);

const floor = median(() => ordinary.includes('no such words in there'), 9);
const library = median(() => libraryMatches(ordinary), 5);
const parts: readonly (readonly [string, () => unknown])[] = [
  ['one `includes` (the floor)', () => ordinary.includes('no such words in there')],
  ['the rules of secretlint alone', () => libraryMatches(ordinary)],
  ['long words', () => longWords(ordinary)],
  ['forms of tokens', () => tokenMatches(longWords(ordinary))],
  ['forms beside a word', () => statementMatches(ordinary)],
  ['addresses', () => urlMatches(ordinary)],
  ['names with values', () => keyValueMatches(ordinary)],
  ['random texts', () => entropyMatches(ordinary, longWords(ordinary))],
  ['secrets of Kubernetes', () => kubernetesSecretMatches(ordinary)],
  ['what is encoded', () => decodedTexts(longWords(ordinary))],
  ['all: `findSecrets`', () => findSecrets(ordinary)],
];
printTable(
  [
    `${(ordinary.length / MEGABYTE).toFixed(1)} MB of catalog`,
    'Median',
    'MB/s',
    'Of the library alone',
  ],
  parts.map(([name, task]) => {
    const time = median(task, 5);
    return [
      name,
      milliseconds(time),
      (ordinary.length / 1000 / time).toFixed(0),
      `${(time / library).toFixed(2)} ×`,
    ];
  }),
);
console.log(`\nThe floor is ${(ordinary.length / 1000 / floor).toFixed(0)} MB/s.\n`);

const entity = catalog.slice(0, 10_000).replace(/\n[^\n]*$/, '\n');
const value: JsonValue = { spec: { notes: entity.split('\n').filter(Boolean) } };
printTable(
  ['An entity of 10 kB', 'Median'],
  [
    ['its text', milliseconds(median(() => findSecrets(entity), 200))],
    ['its value, a field a line', milliseconds(median(() => secretsInValue(value), 200))],
    ['parsing it (to compare)', milliseconds(median(() => parseDocument(entity), 50))],
  ],
);

// Long runs, nested repeats, near misses, one line of a megabyte.
const repeated = (piece: string) => (size: number) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const beginnings = [
  ...new Set([
    ...TOKEN_RULES.flatMap(({ keywords }) => keywords),
    ...TOKEN_RULES.flatMap(({ keywords }) => keywords.map(keyword => keyword.toUpperCase())),
    ...[
      'ghs_1_',
      'ghp_',
      'glpat-',
      'sk-ant-api03-',
      'xoxb-',
      'eyJ',
      'AKIA',
      'SG.',
      'hvs.',
      'ops_ey',
      'tskey-a-',
      'AIza',
      'HRKU-',
    ],
  ]),
];
const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one letter': repeated('a'),
  'one digit': repeated('1'),
  spaces: repeated(' '),
  dashes: repeated('-'),
  'line breaks': repeated('\n'),
  colons: repeated(':'),
  slashes: repeated('/'),
  backslashes: repeated('\\'),
  quotes: repeated('"'),
  'at signs': repeated('@'),
  percent: repeated('%41'),
  escapes: repeated('\\x41'),
  addresses: repeated('a://b:c'),
  'addresses of databases': repeated('postgres://a:b'),
  'heads of keys': repeated('-----BEGIN PRIVATE KEY-----'),
  'a key that never ends': size => `-----BEGIN RSA PRIVATE KEY-----${'A'.repeat(size)}`,
  'heads of certificates': repeated('-----BEGIN CERTIFICATE-----'),
  'names without values': repeated('password'),
  'names with no end': repeated('password_'),
  'names and colons': repeated('password: '),
  'names and lines': repeated('password:\n '),
  heroku: repeated('heroku key '),
  'vendors and words': repeated('datadog twilio cloudflare pagerduty key '),
  bearer: repeated('bearer '),
  'curl without end': repeated('curl -u '),
  login: repeated('login a '),
  'kinds of secrets': repeated('kind: Secret\ndata:\n'),
  'separated by three dashes': repeated('---\n'),
  base64: repeated('YWJj'),
  'hex and dashes': repeated('0123abcd-'),
  'random letters': size =>
    Array.from({ length: size }, (_, at) =>
      'aZ9bY8cX7dW6'.charAt((at * 7919 + (at >> 3)) % 12),
    ).join(''),
  'aws names': repeated('aws_secret_access_key = '),
  ...Object.fromEntries(
    beginnings.map(beginning => [`beginning ${beginning}`, repeated(beginning)]),
  ),
  ...Object.fromEntries(
    beginnings.map(beginning => [`beginnings ${beginning} and dots`, repeated(`${beginning}.`)]),
  ),
  ...Object.fromEntries(
    beginnings.map(beginning => [`-${beginning} apart`, repeated(`-${beginning}`)]),
  ),
};

const RULES: Readonly<Record<string, (text: string) => unknown>> = {
  'all: findSecrets': findSecrets,
  urls: urlMatches,
  'names with values': keyValueMatches,
  'random texts': text => entropyMatches(text, longWords(text)),
  kubernetes: kubernetesSecretMatches,
  encoded: text => decodedTexts(longWords(text)),
  ...Object.fromEntries(
    LIBRARY_RULES.map(rule => [
      `secretlint ${shortId(rule.meta.id)}`,
      (text: string) => matchesOf(rule, text),
    ]),
  ),
  ...Object.fromEntries(
    TOKEN_RULES.map((rule, index) => [
      `${rule.id} ${index}`,
      (text: string) => tokenMatches(longWords(text), [rule]),
    ]),
  ),
  ...Object.fromEntries(
    [...STATEMENTS, ...VENDOR_STATEMENTS].map((statement, index) => [
      `${statement.id} ~${index}`,
      (text: string) => statementMatches(text, [statement]),
    ]),
  ),
};

const SMALL = 64_000;
const SLOW = 20; // milliseconds; below that the clock says more about the machine than about a rule
if (process.argv.includes('--quick')) process.exit(0);
const growth: { rule: string; text: string; once: number; twice: number }[] = [];
for (const [text, make] of Object.entries(HOSTILE)) {
  const [small, large] = [make(SMALL), make(2 * SMALL)];
  // Each rule on texts for all; all rules together on what begins like one.
  const asked = /^beginnings? |^-/.test(text)
    ? [['all: findSecrets', findSecrets] as const]
    : Object.entries(RULES);
  for (const [rule, task] of asked) {
    const twice = timed(() => task(large));
    if (twice < SLOW) continue;
    const best = (of: string) =>
      Math.min(
        timed(() => task(of)),
        timed(() => task(of)),
      );
    growth.push({ rule, text, once: best(small), twice: Math.min(twice, best(large)) });
  }
}
const flagged = growth.filter(({ once, twice }) => twice / once > 3 && twice >= SLOW);
console.log(
  `\n${Object.keys(RULES).length} rules on ${Object.keys(HOSTILE).length} hostile texts of ${SMALL / 1000} and ${(2 * SMALL) / 1000} kB: ${flagged.length} grow by more than 3 when the text doubles.\n`,
);
printTable(
  ['Slowest, and all that grow by more than 3', 'On', 'Once', 'Twice as long', 'Ratio'],
  [...new Set([...flagged, ...growth.sort((a, b) => b.twice - a.twice).slice(0, 12)])].map(
    ({ rule, text, once, twice }) => [
      rule,
      text,
      milliseconds(once),
      milliseconds(twice),
      (twice / once).toFixed(1),
    ],
  ),
);
