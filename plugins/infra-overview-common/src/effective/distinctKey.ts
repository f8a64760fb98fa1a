import { parseEntityRef } from '@backstage/catalog-model';

/** The same id on two levels is two items: the outer one gets `<id>@<name of its entity>`, the shortest form that is still free. */
export function distinctKey(taken: ReadonlySet<string>, key: string, entityRef: string): string {
  if (!taken.has(key)) return key;
  const short = `${key}@${parseEntityRef(entityRef).name}`;
  return taken.has(short) ? `${key}@${entityRef}` : short;
}

/** The id as its document writes it. */
export function writtenKey(key: string): string {
  const at = key.indexOf('@');
  return at === -1 ? key : key.slice(0, at);
}
