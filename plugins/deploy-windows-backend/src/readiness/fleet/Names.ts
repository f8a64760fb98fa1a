import type { Layers, OrgGraph, Titles } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';

const PARTY = /^(?:user|group):[^/\s]+\/[^/\s]+$/i;
const USER = /^user:/i;

/** What a reader may know of the people in an answer. */
export interface Seen {
  /** Names to write. Who is not in it is counted, or called somebody. */
  readonly titles: Titles;
  /** With users whom the reader may not see under another name, always the same for the same user. */
  value<T>(value: T): T;
  /** What people said, and the facts it was said of. */
  layers(rows: readonly Layers[]): readonly Layers[];
}

/** Users are named only to readers who may read them in the catalog. One call for an answer. */
export class Names {
  readonly #deps: {
    readonly access: Pick<Access, 'visible'>;
    readonly org: () => Promise<OrgGraph>;
    readonly digest: (text: string) => string;
  };

  constructor(deps: {
    readonly access: Pick<Access, 'visible'>;
    readonly org: () => Promise<OrgGraph>;
    readonly digest: (text: string) => string;
  }) {
    this.#deps = deps;
  }

  /** Of everybody who is named anywhere in these values. */
  async seenIn(values: readonly unknown[], options: CallOptions): Promise<Seen> {
    const refs = new Set<string>();
    for (const value of values) collect(value, refs);
    const users = [...refs].filter(ref => USER.test(ref)).map(ref => ref.toLowerCase());
    const visible = await this.#deps.access.visible(users, options);
    const { users: known, groups } = await this.#deps.org();
    const own = options.principal.ref.toLowerCase();
    const hidden = new Map<string, string>();
    const titles: Record<string, string> = {};
    for (const ref of [...refs].map(each => each.toLowerCase())) {
      if (USER.test(ref) && !visible.has(ref) && ref !== own) {
        const name = `person:${this.#deps.digest(ref).slice(0, 8)}`;
        hidden.set(ref, name);
        titles[name] = 'somebody';
        continue;
      }
      const title = known[ref]?.title ?? groups[ref]?.title;
      if (title !== undefined) titles[ref] = title;
      else if (USER.test(ref)) titles[ref] = ref.replace(/^user:(?:default\/)?/, '');
    }
    return {
      titles,
      value: value => (hidden.size === 0 ? value : renamed(value, hidden)),
      layers: rows => (hidden.size === 0 ? rows : rows.map(row => saidBy(row, hidden))),
    };
  }
}

/** Findings keep their refs: where they are shown, who has no title is counted. */
function saidBy(row: Layers, hidden: ReadonlyMap<string, string>): Layers {
  return {
    ...row,
    attestations: renamed(row.attestations, hidden),
    waivers: renamed(row.waivers, hidden),
    boundFacts: renamed(row.boundFacts, hidden),
  };
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (PARTY.test(value)) into.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (key !== 'definition') collect(item, into);
  }
}

function renamed<T>(value: T, hidden: ReadonlyMap<string, string>): T;
function renamed(value: unknown, hidden: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return hidden.get(value.toLowerCase()) ?? value;
  if (Array.isArray(value)) return value.map(item => renamed(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, renamed(item, hidden)]),
  );
}
