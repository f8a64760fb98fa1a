/** Each text once, in an order that does not depend on where it came from. */
export function uniqueSorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
