/** Draws that a seed repeats exactly. */
export interface Random {
  /** From 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  readonly between: (first: number, last: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
}

/** Mulberry32: small, even enough for test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    pick: list => list[below(list.length)] as (typeof list)[number],
    chance: percent => below(100) < percent,
  };
}
