import {
  countsAsDrift,
  type DriftFinding,
  type Instant,
} from 'backstage-plugin-infra-overview-common';

/** A difference as it is stored. */
export interface StoredFinding {
  readonly finding: DriftFinding;
  readonly counts: boolean;
  readonly since: Instant;
  /** When the owner was told of it. */
  readonly notified?: Instant;
}

export interface Transitions {
  /** All that are there now; those told of now have `notified: now`. */
  readonly current: readonly StoredFinding[];
  /** Ids of those that are no longer there. */
  readonly over: readonly string[];
  /** Ids of those the owner is to be told of. */
  readonly began: readonly string[];
  /** Of those the owner was told of, how many are no longer there. */
  readonly ended: number;
}

/**
 * What began and what ended since the last look. A difference that cannot be seen now, because the source fails or is late,
 * has not ended; one that a note leaves as it is neither begins nor ends.
 */
export function transitions(
  stored: readonly StoredFinding[],
  findings: readonly DriftFinding[],
  now: Instant,
): Transitions {
  const before = new Map(stored.map(row => [row.finding.id, row]));
  const current = new Map<string, StoredFinding>();
  const began: string[] = [];
  for (const finding of findings) {
    if (finding.status === 'same' || finding.unstated) continue;
    const { id } = finding;
    const known = before.get(id);
    const counts = countsAsDrift(finding, now);
    const isNews = counts && known?.notified === undefined;
    if (isNews) began.push(id);
    const notified = isNews ? now : known?.notified;
    current.set(id, {
      finding,
      counts,
      since: known?.since ?? now,
      ...(notified !== undefined && { notified }),
    });
  }
  const over = stored.filter(row => !current.has(row.finding.id));
  return {
    current: [...current.values()],
    over: over.map(row => row.finding.id),
    began,
    ended: over.filter(row => row.notified !== undefined).length,
  };
}
