import type { Command } from '../commands/command';
import { optionNamed, type OptionName } from './options';
import { writtenWords } from './words';

const EXIT_CODES = [
  'Exit codes:',
  '  0  allowed, or done',
  '  1  blocked, not ready, or refused by what is so just now; --wait ended while blocked',
  '  2  wrong use, unknown entity or environment, not permitted',
  '  3  no answer: unreachable, too slow, broken',
];

/** Help of one command. */
export function commandHelp(command: Command): readonly string[] {
  const { name, summary, details = [], words = [], options, required, examples } = command;
  return [
    summary,
    ...details,
    '',
    `Usage: deploy-windows ${name} ${[...writtenWords(words), ...required.map(written), '[flags]'].join(' ')}`,
    '',
    ...(words.length === 0 ? [] : [...table(words.map(({ value, help }) => [value, help])), '']),
    'Flags:',
    ...table(options.map(option => [written(option), flagHelp(option)])),
    '',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...examples.map(example => `  deploy-windows ${example}`),
    '',
    ...(command.exits === undefined ? EXIT_CODES : ['Exit codes:', ...command.exits]),
  ];
}

/** Help of all commands, or of those that begin with a word such as `lock`. */
export function overallHelp(commands: readonly Command[]): readonly string[] {
  return [
    'deploy-windows: may this service be deployed now, and if not, when and why?',
    '',
    'Usage: deploy-windows <command> [flags]',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'deploy-windows <command> --help explains a command, with examples; deploy-windows --version names the version.',
    '',
    'The server is found by DEPLOY_WINDOWS_URL (https://portal.example.org/api/deploy-windows) and DEPLOY_WINDOWS_TOKEN, or --url and --token.',
    'Without a server, --offline FOLDER asks the catalog files below a folder: can-deploy, next, explain, windows, readiness explain.',
    'readiness check, readiness diff and readiness pack lint read files alone.',
    '',
    ...EXIT_CODES,
  ];
}

function written(name: OptionName): string {
  const value = optionNamed(name)?.value;
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function flagHelp(name: OptionName): string {
  const option = optionNamed(name);
  return option?.variable === undefined
    ? (option?.help ?? '')
    : `${option.help} (or ${option.variable})`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
