import { itemPath, itemsOf, type List } from 'backstage-plugin-infra-overview-common';

/** An item with the fact path that names it everywhere. */
export interface Located<T> {
  readonly item: T;
  readonly path: string;
}

interface Keyed {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly item?: string | undefined;
  readonly environments?: readonly string[] | undefined;
  readonly stages?: readonly string[] | undefined;
}

/** The items of a list with their paths. `at` is the path of the list: `observability.logs`. */
export function located<T extends object>(
  list: List<T> | undefined,
  at: string,
): readonly Located<T>[] {
  const items = itemsOf(list);
  return items.map((item, index) => ({
    item,
    path: itemPath(at, keyOf(item, at) ?? String(index + 1)),
  }));
}

/** What names an item inside its list: `name` for environments and processes, a slug of the title for links without an id, else the id. */
function keyOf(item: Keyed, at: string): string | undefined {
  // Defaults for environments and processes are entries with an id, not environments.
  if (!at.startsWith('defaults.') && /(^|\.)(environments|processes)$/.test(at)) return item.name;
  return item.id ?? answerKey(item) ?? slugOf(item.title);
}

/** An item answered for two scopes has two answers. */
function answerKey({ item, environments = [], stages = [] }: Keyed): string | undefined {
  const scope = [...environments, ...stages].sort();
  return item === undefined || scope.length === 0 ? item : `${item}@${scope.join('+')}`;
}

function slugOf(title: string | undefined): string | undefined {
  const slug = title
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? undefined : slug;
}
