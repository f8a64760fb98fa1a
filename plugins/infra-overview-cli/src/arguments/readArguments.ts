import { parseArgs } from 'node:util';
import { wrongUse } from '../failure';
import { closest } from './closest';
import { optionNamed, OPTIONS, type OptionName, type Values } from './options';

export interface Wanted {
  readonly name: string;
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
  /** What stands without a flag, and whether one is enough. */
  readonly words?: { readonly value: string; readonly many: boolean };
}

/** Reads flags and words of one command. All that is wrong is said at once; no value is repeated: it might be a secret. */
export function readArguments(args: readonly string[], wanted: Wanted): Values {
  const given: Record<string, string | true> = {};
  const words: string[] = [];
  const problems: string[] = [];
  for (const token of tokensOf(args)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (rawName === '-h') given.help = true;
    else problems.push(...take(given, { name, rawName, value }, wanted));
  }
  if (given.help) return { words: [], help: true };
  problems.push(...wordProblems(words, wanted), ...missing(given, wanted));
  if (problems.length === 0) return { ...(given as Omit<Values, 'words'>), words };
  throw wrongUse(
    ...new Set(problems),
    `infra ${wanted.name} --help shows all flags with examples.`,
  );
}

function tokensOf(args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { type }]) => [
      name,
      { type: type === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  return parseArgs({
    args: [...args],
    options: { ...options, h: { type: 'boolean' } },
    strict: false,
    tokens: true,
  }).tokens;
}

interface Flag {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function take(
  given: Record<string, string | true>,
  { name, rawName, value }: Flag,
  wanted: Wanted,
): readonly string[] {
  const option = optionNamed(name);
  if (
    option === undefined ||
    !rawName.startsWith('--') ||
    !wanted.options.includes(name as OptionName)
  )
    return [unknownFlag(rawName, wanted)];
  if (given[name] !== undefined) return [`--${name} is given twice; give it once.`];
  if (option.type === 'switch') {
    given[name] = true;
    return value === undefined ? [] : [`--${name} takes no value.`];
  }
  if (value === undefined || value === '' || value.startsWith('--'))
    return [`--${name} needs a value: --${name} ${option.value}.`];
  given[name] = value;
  return option.oneOf === undefined || option.oneOf.includes(value)
    ? []
    : [`--${name} is one of ${option.oneOf.join(', ')}.`];
}

function wordProblems(given: readonly string[], { words }: Wanted): readonly string[] {
  if (words === undefined)
    return given.length === 0
      ? []
      : ['A word stands where a flag is expected; flags begin with --.'];
  if (given.length === 0) return [`${words.value} is missing.`];
  if (given.length > 1 && !words.many)
    return [`Only one ${words.value} is read; put one with spaces in quotes.`];
  return given.includes('') ? [`${words.value} is empty.`] : [];
}

function missing(given: Record<string, string | true>, { required }: Wanted): readonly string[] {
  const names = required.filter(name => given[name] === undefined);
  return names.map(name => `--${name} ${optionNamed(name)?.value ?? ''} is missing.`);
}

function unknownFlag(rawName: string, { name, options }: Wanted): string {
  // What looks like no flag is not repeated.
  if (!/^--?[a-z][a-z-]{0,20}$/.test(rawName)) return `A flag is unknown to "${name}".`;
  const near = closest(rawName.replace(/^-+/, ''), options);
  return `${rawName} is no flag of "${name}"${near === undefined ? '.' : `; did you mean --${near}?`}`;
}
