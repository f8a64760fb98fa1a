import { parseArgs } from 'node:util';
import { wrongUse } from '../failure';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import { optionNamed, OPTIONS, type OptionName, type Values } from './options';
import { wordProblems, type Word } from './words';

export interface Wanted {
  /** Such as `lock take`. */
  readonly name: string;
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
  readonly words?: readonly Word[];
}

type Given = Record<string, string | true | string[]>;

/** Reads flags and words of one command. All that is wrong is said at once, and no value is repeated: it might be a token. */
export function readArguments(
  args: readonly string[],
  wanted: Wanted,
  env: Readonly<Record<string, string | undefined>>,
): Values {
  const given: Given = {};
  const problems: string[] = [];
  const words: string[] = [];
  let [unknownAt, stray] = [-2, strayWord(given)];
  for (const token of tokensOf(args)) {
    // The value of an unknown flag is no second mistake.
    if (token.kind === 'positional' && token.index !== unknownAt + 1) {
      words.push(token.value);
      stray = strayWord(given);
    }
    if (token.kind !== 'option') continue;
    if (!isWanted(token, wanted)) unknownAt = token.index;
    problems.push(...take(given, token, wanted));
  }
  fromEnvironment(given, wanted, env);
  problems.push(...valueProblems(given, env, args));
  if (!given.help) {
    problems.push(...wordProblems(words, wanted.words ?? [], stray));
    const missing = wanted.required.filter(name => given[name] === undefined);
    if (missing.length > 0) problems.push(missingFlags(missing));
  }
  if (problems.length === 0) return { ...(given as Values), ...(words.length > 0 && { words }) };
  throw wrongUse(
    ...new Set(problems),
    `deploy-windows ${wanted.name} --help shows all flags with examples.`,
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

interface FlagToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function isWanted(
  { name, rawName }: Pick<FlagToken, 'name' | 'rawName'>,
  { options }: Wanted,
): boolean {
  return rawName === '-h' || (rawName.startsWith('--') && options.includes(name as OptionName));
}

function take(
  given: Given,
  { name, rawName, value, inlineValue }: FlagToken,
  wanted: Wanted,
): readonly string[] {
  if (rawName === '-h') {
    given.help = true;
    return [];
  }
  const option = optionNamed(name);
  if (option === undefined || !isWanted({ name, rawName }, wanted))
    return [unknownFlag(rawName, wanted)];
  if (option.type === 'switch') {
    if (value !== undefined) return [`--${name} takes no value.`];
    given[name] = true;
    return [];
  }
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))) {
    return [`--${name} needs a value: --${name} ${option.value}.`];
  }
  if (option.type === 'list') {
    given[name] = [...((given[name] as string[] | undefined) ?? []), value];
    return [];
  }
  if (given[name] !== undefined) return [`--${name} is given twice; give it once.`];
  given[name] = value;
  return [];
}

function fromEnvironment(
  given: Given,
  { options }: Wanted,
  env: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of options) {
    const variable = optionNamed(name)?.variable;
    const value = variable === undefined ? undefined : env[variable]?.trim();
    if (given[name] === undefined && value) given[name] = value;
  }
}

function valueProblems(
  given: Given,
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const option = optionNamed(name);
    const problem = typeof value === 'string' ? option?.check?.(value) : undefined;
    if (problem === undefined || option === undefined) return [];
    const fromVariable =
      option.variable !== undefined &&
      env[option.variable]?.trim() === value &&
      !args.includes(value as string);
    return [`${fromVariable ? option.variable : `--${name}`} ${problem}.`];
  });
}

function unknownFlag(rawName: string, { name, options }: Wanted): string {
  // `--token=…` in an unknown spelling: parseArgs has cut the value off already.
  const near = closest(rawName.replace(/^-+/, ''), options);
  return near === undefined
    ? `${rawName} is no flag of "${name}".`
    : `${rawName} is no flag of "${name}"; did you mean --${near}?`;
}

function strayWord(given: Given): string {
  const last = Object.keys(given).at(-1);
  return last === undefined
    ? 'A word stands where a flag is expected; flags begin with --.'
    : `A word stands after --${last} where a flag is expected; put a value with spaces in quotes.`;
}

function missingFlags(missing: readonly OptionName[]): string {
  const words = missing.map(name => `--${name} ${optionNamed(name)?.value ?? ''}`.trim());
  return `${words.join(' and ')} ${words.length === 1 ? 'is' : 'are'} missing.`;
}
