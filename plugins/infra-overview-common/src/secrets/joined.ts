/** Texts joined into one, a line break between any two, so that rules run once and not once a piece. */
export interface Joined<Origin> {
  readonly text: string;
  /** Which piece an index lies in, and how far from that piece's beginning. */
  pieceAt(index: number): { readonly from: Origin; readonly offset: number } | undefined;
}

export function joined<Origin>(
  pieces: readonly { readonly text: string; readonly from: Origin }[],
): Joined<Origin> {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    text: pieces.map(({ text }) => text).join('\n'),
    pieceAt: index => {
      const at = lastAtMost(starts, index);
      const piece = pieces[at];
      return piece && { from: piece.from, offset: index - (starts[at] ?? 0) };
    },
  };
}

/** The place of the last number that is not above `limit`, in numbers that rise; -1 when all are above. */
export function lastAtMost(rising: readonly number[], limit: number): number {
  let low = -1;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? Infinity) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
