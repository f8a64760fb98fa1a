import type { LevelNow } from './effective';
import { STATUSES, type Status } from './status';
import type { Judged, Verdict } from './verdict';

/** A check of a service as a whole. */
export interface ServiceCheck {
  readonly checkId: string;
  readonly title: string;
  readonly level: LevelNow['value'];
  readonly status: Status;
}

/**
 * Of all environments of one entity each check once: at its worst status over those where it has its highest level. A failure in
 * a place where it is only advised says nothing about the one where it is required.
 */
export function perService(verdicts: readonly Verdict[]): readonly ServiceCheck[] {
  const found = new Map<string, ServiceCheck>();
  for (const judged of verdicts.flatMap(({ checks }) => checks)) {
    const check = serviceCheck(judged);
    const known = found.get(check.checkId);
    if (known === undefined || decides(check, known)) found.set(check.checkId, check);
  }
  return [...found.values()];
}

const LEVELS: readonly LevelNow['value'][] = ['must', 'recommended', 'off'];

function decides(a: ServiceCheck, b: ServiceCheck): boolean {
  if (a.level !== b.level) return LEVELS.indexOf(a.level) < LEVELS.indexOf(b.level);
  return STATUSES.indexOf(a.status) < STATUSES.indexOf(b.status);
}

function serviceCheck({ layers, effective }: Judged): ServiceCheck {
  const { id, title } = layers.asked.definition;
  return { checkId: id, title, level: effective.level.value, status: effective.status };
}
