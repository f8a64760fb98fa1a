import type { FleetQuery, FleetRow, Instant } from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import { fleetEntry } from './fleetEntry';
import type { FoundRow } from './FleetStore';
import { matches } from './terms';

interface Reader {
  readonly documents: DocumentSource;
  readonly options: CallOptions;
}

/** Of rows, those whose every source the caller may see, and those of which only the project itself is sure to be seen. */
export async function splitByVisibility(
  found: readonly FoundRow[],
  { documents, options }: Reader,
) {
  const refs = new Set(found.flatMap(({ row, sources }) => [row.ref, ...sources]));
  const visible = await documents.visible([...refs], options);
  const seen = found.filter(({ row }) => visible.has(row.ref));
  const isWhole = ({ sources }: FoundRow) => sources.every(ref => visible.has(ref));
  return { whole: seen.filter(isWhole), partly: seen.filter(row => !isWhole(row)) };
}

/**
 * The rows as the caller may see them, by ref. A stored row was computed from everything; where the caller may not see one
 * of its sources it is computed again from what they see, and kept only if it still answers the query.
 */
export async function rowsFor(
  query: FleetQuery,
  found: readonly FoundRow[],
  reader: Reader & { readonly now: Instant },
): Promise<ReadonlyMap<string, FleetRow>> {
  const { whole, partly } = await splitByVisibility(found, reader);
  const rows = new Map(whole.map(({ row }) => [row.ref, row]));
  if (partly.length === 0) return rows;
  const refs = partly.map(({ row }) => row.ref);
  const likely = partly.flatMap(({ sources }) => sources);
  for (const [ref, loaded] of await reader.documents.load(refs, { ...reader.options, likely })) {
    // Counted over what everybody together may see, so it is not shown to who sees a part.
    const { row, terms } = fleetEntry(loaded, undefined, reader.now);
    if (matches(query, row, terms)) rows.set(ref, row);
  }
  return rows;
}
