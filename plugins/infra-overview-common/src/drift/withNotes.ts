import type { DriftFinding, DriftNote } from '../observed';
import type { Instant } from '../time';

/** Each finding with the note about it: one in force, else the one that ended last. A note takes nothing away. */
export function withNotes(
  findings: readonly DriftFinding[],
  notes: readonly DriftNote[],
  now: Instant,
): readonly DriftFinding[] {
  if (notes.length === 0) return findings;
  const byPath = new Map<string, DriftNote[]>();
  for (const note of notes) byPath.set(note.path, [...(byPath.get(note.path) ?? []), note]);
  return findings.map(finding => {
    const fitting = (byPath.get(finding.path) ?? []).filter(note => isAbout(note, finding));
    const note = fitting.sort((a, b) => better(a, b, now))[0];
    return note === undefined ? finding : { ...finding, note };
  });
}

/** A note without an environment is about all of them. */
function isAbout({ environment }: DriftNote, finding: DriftFinding): boolean {
  return (
    environment === undefined ||
    environment.toLowerCase() === (finding.environment ?? '').toLowerCase()
  );
}

function better(a: DriftNote, b: DriftNote, now: Instant): number {
  const inForce = Number(b.until > now) - Number(a.until > now);
  return inForce || b.until - a.until || b.at - a.at;
}
