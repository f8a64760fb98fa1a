import { factPathText, parseFactPath, type Verified } from '../document';

/** Where a value comes from, so that every value on a page can say "from the Caktus standard". */
export interface Origin {
  readonly level: OriginLevel;
  /** The entity whose document says it; absent for what is built in. */
  readonly entityRef?: string;
  /** The fact path in THAT document, which may differ from the path of the value it filled. */
  readonly path: string;
  /** The item's own date, else the date of its document. */
  readonly verified?: Verified;
  /** True: the author read it between the lines. */
  readonly derived?: boolean;
}

export type OriginLevel =
  'built-in' | 'platform' | 'domain' | 'system' | 'component' | 'environment';

/** By canonical fact path, with ids. What is not listed has the origin of the longest listed prefix. */
export type Origins = Readonly<Record<string, Origin>>;

/** The origin of a value: the longest known prefix of its path decides, the rest of the path is added to it. */
export function originOf(holder: { readonly origins: Origins }, path: string): Origin | undefined {
  const asked = canonical(path);
  let known = asked;
  while (known !== '') {
    const origin = Object.hasOwn(holder.origins, known) ? holder.origins[known] : undefined;
    if (origin !== undefined) {
      return known === asked
        ? origin
        : { ...origin, path: `${origin.path}${asked.slice(known.length)}` };
    }
    known = parentPath(known);
  }
  return undefined;
}

/** `addons[db].plan` → `addons[db]` → `addons` → ''. */
export function parentPath(path: string): string {
  if (path.endsWith('"]')) return path.slice(0, path.lastIndexOf('["'));
  if (path.endsWith(']')) return path.slice(0, path.lastIndexOf('['));
  const bracket = path.lastIndexOf(']');
  const dot = path.lastIndexOf('.');
  return dot > bracket ? path.slice(0, dot) : path.slice(0, bracket + 1);
}

/** A name may be written in quotes where it needs none; the keys of origins have one form. */
function canonical(path: string): string {
  const parsed = path.includes('["') ? parseFactPath(path) : undefined;
  return parsed ? factPathText(parsed) : path;
}
