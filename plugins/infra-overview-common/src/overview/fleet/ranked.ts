import type { Tone } from '../tone';
import type { Ranked } from './row';

const RANKS: Readonly<Record<Tone, number>> = {
  bad: 0,
  unknown: 1,
  warning: 2,
  neutral: 3,
  good: 4,
};

/** What needs work sorts first. */
export function rankOf(tone: Tone): number {
  return RANKS[tone];
}

export function ranked(words: string, tone: Tone): Ranked {
  return { words, tone, rank: rankOf(tone) };
}

/** The line that needs work most; the first of several that need it alike. */
export function worst<T extends { readonly tone: Tone }>(lines: readonly T[]): T | undefined {
  let found: T | undefined;
  for (const line of lines)
    if (found === undefined || rankOf(line.tone) < rankOf(found.tone)) found = line;
  return found;
}
