/** Things by the fact paths they are shown at. */
export type ByPath<T> = ReadonlyMap<string, readonly T[]>;

export function byPath<T extends { readonly path: string }>(
  things: readonly T[],
  keysOf: (path: string) => readonly string[] = path => [path],
): ByPath<T> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing.path)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [thing]);
      else list.push(thing);
    }
  }
  return found;
}

/** The path, and the fields above it in the same item: `domains[www].tls.expires` is shown at `domains[www].tls` too, not at the name. */
export function fieldsAbove(path: string): readonly string[] {
  const item = path.lastIndexOf(']') + 1;
  const fields = path.slice(item).split('.').slice(1);
  if (item === 0 || fields.length === 0) return [path];
  return fields.map((_, index) => `${path.slice(0, item)}.${fields.slice(0, index + 1).join('.')}`);
}

/** Whether the path is the element, or something in it. */
export function isWithin(path: string, element: string): boolean {
  return path === element || path.startsWith(`${element}.`);
}
