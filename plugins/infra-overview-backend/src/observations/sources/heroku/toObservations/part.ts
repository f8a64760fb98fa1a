import type { ObservedFields, ObservedPart } from 'backstage-plugin-infra-overview-common';

/** A part without its date and its link, which whoever asked knows. */
export type PartBody = Pick<ObservedPart, 'fields' | 'sees' | 'items' | 'complete'>;

export const NOTHING: PartBody = { fields: {}, sees: [], items: [], complete: [] };

/** Fields without those that are not there. */
export function fieldsOf(
  fields: Readonly<Record<string, ObservedFields[string] | undefined>>,
): ObservedFields {
  const stated: Record<string, ObservedFields[string]> = {};
  for (const [path, value] of Object.entries(fields)) if (value !== undefined) stated[path] = value;
  return stated;
}

/** In UTC; undefined where it is no instant. */
export function instantOf(text: string | null | undefined): string | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
