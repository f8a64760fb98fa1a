import type { Check } from './checks';

/** What a command takes without a flag: a path, a check. */
export interface Word {
  /** What stands for it in help. */
  readonly value: string;
  readonly help: string;
  /** It and all that follow. */
  readonly many?: true;
  readonly check?: Check;
}

/** As usage writes them: `PATH...`. */
export function writtenWords(words: readonly Word[]): readonly string[] {
  return words.map(({ value, many }) => (many ? `${value}...` : value));
}

/** What is wrong with the words that were given; none of them is repeated. */
export function wordProblems(
  given: readonly string[],
  wanted: readonly Word[],
  stray: string,
): readonly string[] {
  const problems = wanted.slice(given.length).map(({ value }) => `${value} is missing.`);
  const last = wanted.at(-1);
  for (const [index, text] of given.entries()) {
    const word = wanted[index] ?? (last?.many ? last : undefined);
    if (word === undefined) {
      problems.push(stray);
      continue;
    }
    const problem = text === '' ? 'is empty' : word.check?.(text);
    if (problem !== undefined) problems.push(`${word.value} ${problem}.`);
  }
  return problems;
}
