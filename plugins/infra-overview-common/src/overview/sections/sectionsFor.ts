import type { InfraDocument } from '../../document';
import { isNotNeeded } from '../../document';
import { standingOf, type Standing } from '../facts';
import { isJsonObject } from '../words/jsonValue';
import { ROLE_LAYOUT } from './roleLayout';
import type { Depth, Role, Section, SectionId } from './section';
import { SECTION_TABLE, type SectionEntry } from './sectionTable';

/** A standard is the document of a Domain: a project is not asked for platforms, a standard not for backups. */
export type DocumentUse = 'project' | 'standard';

/** Which sections the page has for a role, in order. A section without a word of content is there only where its absence matters. */
export function sectionsFor(
  document: InfraDocument,
  role: Role,
  use: DocumentUse,
): readonly Section[] {
  return orderFor(role).flatMap(({ entry, depth }) => {
    const standing = standingOfSection(document, entry);
    const isAsked = entry.always === 'both' || entry.always === use;
    // A section that shows no path of the document is there for those it is meant for.
    if (!isAsked && (standing.state === 'not-stated' || entry.paths.length === 0)) return [];
    const count = countOf(document, entry);
    const { id, title, paths } = entry;
    const text = count === undefined || standing.state !== 'stated' ? standing.text : String(count);
    return [
      {
        id,
        title,
        paths,
        depth,
        fact: standing.state,
        text,
        ...(count !== undefined && { count }),
      },
    ];
  });
}

function orderFor(role: Role): readonly { readonly entry: SectionEntry; readonly depth: Depth }[] {
  const { full, summary, folded } = ROLE_LAYOUT[role];
  const named = new Set<SectionId>([...full, ...summary, ...folded]);
  const rest = SECTION_TABLE.map(({ id }) => id).filter(id => !named.has(id));
  const place = (ids: readonly SectionId[], depth: Depth) =>
    ids.flatMap(id =>
      SECTION_TABLE.filter(entry => entry.id === id).map(entry => ({ entry, depth })),
    );
  return [
    ...place(full, 'full'),
    ...place(summary, 'summary'),
    ...place(folded, 'folded'),
    ...place(rest, 'folded'),
  ];
}

// A section of several lists stands as the best of them.
const BEST = ['stated', 'none', 'not-needed', 'not-stated'] as const;

function standingOfSection(document: InfraDocument, { paths }: SectionEntry): Standing {
  if (paths.length === 0) return { state: 'stated', text: 'stated' };
  const standings = paths.map(path => standingOf(valueAt(document, path)));
  for (const state of BEST) {
    const found = standings.find(standing => standing.state === state);
    if (found !== undefined) return found;
  }
  return standingOf(undefined);
}

function countOf(document: InfraDocument, { paths }: SectionEntry): number | undefined {
  const lists = paths.map(path => valueAt(document, path)).filter(value => Array.isArray(value));
  if (lists.length === 0) return undefined;
  return lists.flat().filter(item => !isNotNeeded(item)).length;
}

// The parameter type of `standingOf` stands for any list or block of the document.
function valueAt(document: InfraDocument, path: string): Parameters<typeof standingOf>[0] {
  let value: unknown = document;
  for (const field of path.split('.')) value = isJsonObject(value) ? value[field] : undefined;
  return value as Parameters<typeof standingOf>[0];
}
