import type { DriftFinding } from '../observed';
import type { SourceLook } from './sourceLook';

/** Where two sources speak of one thing, the one that comes first in configuration is believed, if it could look. */
export function withFirstSource(
  findings: readonly DriftFinding[],
  sources: readonly SourceLook[],
): readonly DriftFinding[] {
  if (sources.length < 2) return findings;
  const rank = new Map(sources.map(({ id }, index) => [id, index]));
  const rankOf = ({ source }: DriftFinding) => rank.get(source) ?? sources.length;
  const spoken = new Map<string, DriftFinding[]>();
  for (const finding of findings) {
    if (finding.status === 'stale' || finding.status === 'failed') continue;
    if (finding.undeclaredEnvironment) continue;
    for (const key of [keyOf(finding, finding.path), keyOf(finding, itemOf(finding.path))]) {
      const all = spoken.get(key);
      if (all === undefined) spoken.set(key, [finding]);
      else if (all.at(-1) !== finding) all.push(finding);
    }
  }
  return findings.map(finding => {
    const rivals = spoken.get(keyOf(finding, itemOf(finding.path))) ?? [];
    const first = rivals
      .filter(rival => rankOf(rival) < rankOf(finding) && isAboutSame(rival, finding))
      .sort((a, b) => rankOf(a) - rankOf(b))[0];
    return first === undefined ? finding : { ...finding, judgedBy: first.source };
  });
}

/** The same field, or one of them the item as a whole. */
function isAboutSame(a: DriftFinding, b: DriftFinding): boolean {
  return a.path === b.path || a.path === itemOf(b.path) || b.path === itemOf(a.path);
}

function keyOf({ environment = '' }: DriftFinding, path: string): string {
  return JSON.stringify([environment, path]);
}

/** `addons[db].plan` → `addons[db]`; an environment as a whole is not an item in this sense. */
function itemOf(path: string): string {
  const end = path.lastIndexOf(']');
  const item = path.slice(0, end + 1);
  return /^environments\[[^\]]*\]$/.test(item) ? path : item;
}
