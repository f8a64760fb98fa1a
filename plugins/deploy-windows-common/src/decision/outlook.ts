import { leadOver } from '../notices';
import { uniqueSorted } from './uniqueSorted';
import type { Instant } from '../time';
import { causesOfOpening, closeOf } from './causes';
import type { DecisionFacts } from './decision';
import { rangesMember } from './gateMembers';
import type { DecisionInput } from './input';
import { leadOf } from './noticeGate';
import { nextOpening, type Opening } from './opening';
import type { Plan } from './plan';
import { isOpen, type ScheduleGate } from './scheduleGate';

export type Outlook = Pick<
  DecisionFacts,
  'nextOpen' | 'nextClose' | 'nextIfNotifiedNow' | 'horizonExceeded'
>;

/** When a start is possible by time alone: from now, and if everyone were told now. */
export function outlook(
  input: DecisionInput,
  { gates, fit }: Plan,
  at: Instant,
  limit: Instant,
): Outlook {
  const opening = nextOpening(gates, fit, at, limit);
  const nextClose = opening && closeOf(opening, limit);
  const notified = opening?.start === at ? undefined : ifNotifiedNow(input, gates, fit, at, limit);
  // Where telling them changes nothing, nobody is asked to.
  const isEarlier = notified && notified.at < (opening?.start ?? Infinity);
  return {
    ...(opening && {
      nextOpen: { ...startOf(opening), because: causesOfOpening(gates, opening.start) },
    }),
    ...(nextClose && { nextClose }),
    ...(isEarlier && { nextIfNotifiedNow: notified }),
    horizonExceeded: opening === undefined,
  };
}

function ifNotifiedNow(
  input: DecisionInput,
  gates: readonly ScheduleGate[],
  fit: Plan['fit'],
  at: Instant,
  limit: Instant,
): Outlook['nextIfNotifiedNow'] {
  if (!gates.some(({ kind }) => kind === 'notice')) return undefined;
  const told = gates.map(gate => toldNow(gate, input, at));
  const opening = nextOpening(told, fit, at, limit);
  if (opening === undefined) return undefined;
  const tell = gates
    .filter(gate => gate.kind === 'notice' && !isOpen(gate, opening.start))
    .map(({ audience }) => audience ?? '');
  const close = closeOf(opening, limit);
  return {
    ...startOf(opening),
    tell: uniqueSorted(tell),
    ...(close && { closes: close.at, because: close.because }),
  };
}

/** The gate as it would be once its audience had been told at this instant. */
function toldNow(gate: ScheduleGate, { policy }: DecisionInput, at: Instant): ScheduleGate {
  if (gate.kind !== 'notice' || gate.audience === undefined || gate.problem) return gate;
  const lead = leadOf(gate.audience, policy);
  const over = lead.ok ? leadOver(lead.value, at) : undefined;
  if (over === undefined) return gate;
  const told = rangesMember('notice:now', [{ start: over, end: Infinity }]);
  return { ...gate, members: [...gate.members, told] };
}

function startOf({ start, latestStart }: Opening) {
  return { at: start, ...(latestStart !== undefined && { latestStart }) };
}
