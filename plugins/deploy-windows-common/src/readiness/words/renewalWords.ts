import { DAY } from '../../time';
import type { Waiver } from '../answers/waiver';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** `third renewal, 240 days in all`: from the beginning of the first to the end of this one. */
export function renewalWords(waiver: Waiver, all: readonly Waiver[]): string | undefined {
  const chain = renewedBy(waiver, all);
  const first = chain.at(-1);
  if (first === undefined) return undefined;
  const days = Math.round((waiver.expiresAt - first.createdAt) / DAY);
  return `${ORDINALS[chain.length - 1] ?? `${chain.length}th`} renewal, ${days} days in all`;
}

/** What it continues, newest first. What renews itself ends, too. */
function renewedBy(waiver: Waiver, all: readonly Waiver[]): readonly Waiver[] {
  const chain: Waiver[] = [];
  const byId = new Map(all.map(each => [each.id, each]));
  let before = byId.get(waiver.renews ?? '');
  while (before !== undefined && before.id !== waiver.id && !chain.includes(before)) {
    chain.push(before);
    before = byId.get(before.renews ?? '');
  }
  return chain;
}
