import { isNotNeeded, itemsOf, type Block, type List } from '../document';
import type { FactState } from './tone';
import { notNeededReason } from './words/jsonValue';
import { NONE, NOT_STATED, notNeededText } from './words/emptiness';

/** How a list or block stands: with something in it, or one of the three kinds of empty. */
export interface Standing {
  readonly state: FactState;
  /** What to show instead of content. */
  readonly text: string;
}

const STATED: Standing = { state: 'stated', text: 'stated' };

/** Absent, `none`, `[]` and `notNeeded` are different things to a reader. */
export function standingOf(value: List<unknown> | Block<unknown> | undefined): Standing {
  if (value === undefined || value === null) return { state: 'not-stated', text: NOT_STATED };
  if (value === 'none' || (Array.isArray(value) && value.length === 0))
    return { state: 'none', text: NONE };
  const reason = notNeededReason(value) ?? (Array.isArray(value) ? refusal(value) : undefined);
  return reason === undefined ? STATED : { state: 'not-needed', text: notNeededText(reason) };
}

// A list of which the project refuses every item is not needed.
function refusal(items: readonly unknown[]): string | undefined {
  const [first] = items;
  return isNotNeeded(first) && items.every(isNotNeeded) ? first.notNeeded : undefined;
}

/** The items of a list that hold: none for the three kinds of empty, without those the project refuses. */
export function activeItems<T>(list: List<T> | undefined): readonly T[] {
  return itemsOf(list).filter(item => !isNotNeeded(item));
}

/** The block when it states something. */
export function statedBlock<T extends object>(block: Block<T> | undefined): T | undefined {
  return block !== undefined && standingOf(block).state === 'stated' ? (block as T) : undefined;
}
