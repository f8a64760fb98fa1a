import { environmentNames, type EffectiveInfra } from '../effective';
import { OBSERVED_LISTS, type DriftFinding } from '../observed';
import type { SourceLook } from './sourceLook';

/** Undeclared environments first; then by environment, part of the document, path, and source as configured. */
export function inOrder(
  findings: readonly DriftFinding[],
  effective: EffectiveInfra,
  sources: readonly SourceLook[],
): readonly DriftFinding[] {
  const environments = new Map(environmentNames(effective).map((name, index) => [name, index]));
  const ranks = new Map(sources.map(({ id }, index) => [id, index]));
  const keyOf = (finding: DriftFinding): readonly (number | string)[] => [
    finding.undeclaredEnvironment ? 0 : 1,
    environments.get(finding.environment ?? '') ?? environments.size,
    sectionOf(finding.path),
    finding.path,
    ranks.get(finding.source) ?? ranks.size,
    finding.id,
  ];
  return findings
    .map(finding => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding);
}

/** The environment itself, then its lists in the order of the model. */
function sectionOf(path: string): number {
  if (path.startsWith('environments[')) return /\]\.processes[[]/.test(path) ? 1 : 0;
  const list = OBSERVED_LISTS.findIndex(each => path.startsWith(each));
  return list === -1 ? OBSERVED_LISTS.length + 1 : list + 1;
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined || one === other) continue;
    return one < other ? -1 : 1;
  }
  return 0;
}
