import { DAY, type Instant } from '../../time';
import { effective, type Effective } from './effective';
import type { Layers } from './layers';
import { changesOf } from './nextChange';
import { FORECAST_DAYS, type Change } from './verdict';

/** What ends or becomes required within 60 days by time alone, earliest first. What changes nothing is not named. */
export function changesAhead(rows: readonly Layers[], now: Instant): readonly Change[] {
  return rows
    .flatMap(layers => changesOfCheck(layers, now))
    .sort((a, b) => a.at - b.at || (a.checkId < b.checkId ? -1 : 1));
}

function changesOfCheck(layers: Layers, now: Instant): readonly Change[] {
  const last = now + FORECAST_DAYS * DAY;
  const instants = new Set(changesOf(layers).filter(at => at > now && at <= last));
  if (instants.size === 0) return [];
  const changes: Change[] = [];
  const checkId = layers.asked.definition.id;
  let before = effective(layers, now);
  for (const at of [...instants].sort((a, b) => a - b)) {
    const after = effective(layers, at);
    const what = whatChanged(before, after, at);
    if (what !== undefined) changes.push({ at, checkId, what });
    before = after;
  }
  return changes;
}

function whatChanged(before: Effective, after: Effective, at: Instant): Change['what'] | undefined {
  const applies = after.status !== 'not-applicable';
  if (before.level.value !== 'must' && after.level.value === 'must' && applies) {
    return 'becomes-required';
  }
  if (before.status === 'waived' && after.status !== 'waived') return 'waiver-ends';
  if (before.status === after.status) return undefined;
  return endOfConfirmation(before) === at ? 'confirmation-ends' : 'result-changes';
}

function endOfConfirmation(was: Effective): Instant | undefined {
  if (was.status === 'waived') return undefined;
  if (was.status === 'not-applicable') return was.why === 'confirmed' ? was.until : undefined;
  return was.confirmation?.validUntil;
}
