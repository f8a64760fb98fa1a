/** Lets requests in between. Thousands of subjects take seconds, and nobody waits for them. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Maps a long list in stretches. */
export async function mapInBreaths<T, U>(
  items: readonly T[],
  stretch: number,
  map: (item: T) => U,
): Promise<readonly U[]> {
  const mapped: U[] = [];
  for (const [index, item] of items.entries()) {
    mapped.push(map(item));
    if (index % stretch === stretch - 1) await breathe();
  }
  return mapped;
}
