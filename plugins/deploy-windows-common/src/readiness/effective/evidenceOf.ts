import type { EvidenceKind } from '../facts/fact';
import type { Finding } from './outcome';

const WEAKEST_FIRST: readonly EvidenceKind[] = ['declared', 'inherited', 'attested', 'observed'];

/**
 * A chain is as strong as its weakest value: one line that is only declared makes the whole only declared. What a source saw of an
 * item speaks for that item, whatever else is written about it.
 */
export function evidenceOf(findings: readonly Finding[]): EvidenceKind | undefined {
  const seen = new Set(findings.filter(wasSeen).map(itemOf));
  const kinds = findings.flatMap(finding => {
    if (finding.origin === undefined) return [];
    return seen.has(itemOf(finding)) ? ['observed'] : [finding.origin.kind];
  });
  return WEAKEST_FIRST.find(kind => kinds.includes(kind));
}

function wasSeen({ origin }: Finding): boolean {
  return origin?.seen !== undefined;
}

/** `stores[db].backups[daily].frequency` is of `stores[db]`; a fact of no list is its own. */
function itemOf({ fact }: Finding): string {
  const end = fact.indexOf(']');
  return end < 0 ? fact : fact.slice(0, end + 1);
}
