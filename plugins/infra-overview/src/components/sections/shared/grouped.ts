/** Items by a word, in the order the words first appear; `last` comes at the end wherever it appeared. */
export function grouped<T>(
  items: readonly T[],
  wordOf: (item: T) => string,
  last?: string,
): readonly (readonly [word: string, items: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const word = wordOf(item);
    const group = groups.get(word);
    if (group) group.push(item);
    else groups.set(word, [item]);
  }
  const entries = [...groups];
  return [
    ...entries.filter(([word]) => word !== last),
    ...entries.filter(([word]) => word === last),
  ];
}
