import type { List } from '../../document';
import { isNotNeeded, itemsOf } from '../../document';
import { activeItems, standingOf } from '../facts';
import type { FactState, Tone } from '../tone';
import { NONE, NOT_STATED, notNeededText, toneOfState } from '../words/emptiness';

/** What one environment says on one row. */
export interface CellWords {
  readonly text: string;
  readonly fact: FactState;
  readonly tone: Tone;
  readonly path?: string;
}

export function statedCell(text: string, path?: string, tone: Tone = 'neutral'): CellWords {
  return { text, fact: 'stated', tone, ...(path !== undefined && { path }) };
}

export function notStatedCell(path?: string): CellWords {
  return {
    text: NOT_STATED,
    fact: 'not-stated',
    tone: 'unknown',
    ...(path !== undefined && { path }),
  };
}

/** Words, or "not stated" where there are none. The word "none" is the known absence. */
export function wordsCell(text: string | undefined, path?: string): CellWords {
  if (text === undefined || text === '') return notStatedCell(path);
  if (text === NONE)
    return { text, fact: 'none', tone: 'neutral', ...(path !== undefined && { path }) };
  return statedCell(text, path);
}

/** A list or block: its content in words, or which kind of empty it is. `written` is the list before it was cut to one environment. */
export function listCell<T>(
  list: List<T> | undefined,
  written: List<T> | undefined,
  words: (items: readonly T[]) => string,
  path: string,
): CellWords {
  const items = activeItems(list);
  if (items.length > 0) return statedCell(words(items), path);
  const refused = itemsOf(list).find(item => isNotNeeded(item));
  if (isNotNeeded(refused))
    return { text: notNeededText(refused.notNeeded), fact: 'not-needed', tone: 'neutral', path };
  const standing = standingOf(written);
  // Stated for other environments: about this one nothing is said.
  if (standing.state === 'stated') return notStatedCell(path);
  return { text: standing.text, fact: standing.state, tone: toneOfState(standing.state), path };
}
