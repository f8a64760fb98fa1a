import { DAY, HOUR } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { WaiverWish } from 'backstage-plugin-deploy-windows-common';
import type {
  Instant,
  Requirement,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { conflict, invalid } from '../../api/coded';

export const USUAL = 90 * DAY;
export const LONGEST = 365 * DAY;
export const EMERGENCY = 24 * HOUR;

/** A waiver always ends. @throws InputError END_NOT_AHEAD, END_TOO_LATE */
export function endOf({ code, expiresAt }: WaiverWish, now: Instant): Instant {
  const isEmergency = code === 'emergency';
  const end = expiresAt ?? now + (isEmergency ? EMERGENCY : USUAL);
  if (end <= now) throw invalid('END_NOT_AHEAD', 'The end has passed already.');
  if (end - now > (isEmergency ? EMERGENCY : LONGEST))
    throw invalid(
      'END_TOO_LATE',
      isEmergency
        ? 'A waiver for an emergency lasts 24 hours at most.'
        : 'A waiver lasts 365 days at most. Renew it then, if it is still needed.',
    );
  return end;
}

/** A second person agrees where it is a must-have before the end; also where it only becomes one by then. */
export function needsApproval({ steps }: Requirement, now: Instant, end: Instant): boolean {
  return steps.some(({ level, from }, index) => {
    const until = steps[index + 1]?.from ?? Infinity;
    return level === 'must' && (from ?? -Infinity) < end && until > now;
  });
}

/** What it continues. @throws InputError UNKNOWN_RENEWAL; ConflictError WAIVER_DENIED */
export function renewed(id: string | undefined, before: readonly Waiver[]): Waiver | undefined {
  if (id === undefined) return undefined;
  const found = before.find(waiver => waiver.id === id);
  if (found === undefined)
    throw invalid('UNKNOWN_RENEWAL', 'renews: there is no such waiver of this check here.');
  if (found.deniedBy !== undefined)
    throw conflict(
      'WAIVER_DENIED',
      'A waiver that was denied is not renewed; ask for another one.',
    );
  return found;
}
