import type { Command } from '../commands/command';
import { optionNamed, type OptionName } from './options';

const EXIT_CODES = [
  'Exit codes:',
  '  0  nothing to mend, or done',
  '  1  a secret, or an error in a document',
  '  2  wrong use, or something cannot be read',
];

/** Help of one command. */
export function commandHelp(command: Command): readonly string[] {
  const { name, summary, details = [], words, options, required, examples } = command;
  const usage = [
    ...(words === undefined ? [] : [words.many ? `${words.value}...` : words.value]),
    ...required.map(written),
    '[flags]',
  ];
  return [
    summary,
    ...details,
    '',
    `Usage: infra ${name} ${usage.join(' ')}`,
    '',
    ...(words === undefined ? [] : [`  ${words.value}  ${words.help}`, '']),
    'Flags:',
    ...table(options.map(option => [written(option), optionNamed(option)?.help ?? ''])),
    '',
    examples.length === 1 ? 'Example:' : 'Examples:',
    ...examples.map(example => `  infra ${example}`),
    '',
    ...EXIT_CODES,
  ];
}

/** Help of all commands. */
export function overallHelp(commands: readonly Command[]): readonly string[] {
  return [
    'infra: checks infrastructure documents, and finds secrets in catalog files before they reach Git.',
    '',
    'Usage: infra <command> [flags]',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'infra <command> --help explains a command, with examples; infra --version names the version.',
    '',
    ...EXIT_CODES,
  ];
}

function written(name: OptionName): string {
  const value = optionNamed(name)?.value;
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
