import type { EvidenceKind } from '../facts/fact';
import type { Finding } from './outcome';

const WEAKEST_FIRST: readonly EvidenceKind[] = ['declared', 'inherited', 'attested', 'observed'];

/** A chain is as strong as its weakest value: one line that is only declared makes the whole only declared. */
export function evidenceOf(findings: readonly Finding[]): EvidenceKind | undefined {
  const kinds = findings.flatMap(({ origin }) => (origin === undefined ? [] : [origin.kind]));
  return WEAKEST_FIRST.find(kind => kinds.includes(kind));
}
