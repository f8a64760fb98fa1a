import type { Effective } from '../effective/effective';
import type { Status, VerdictWord } from '../effective/status';
import { utcDay, type FormatInstant } from './dayWords';

/** What a check is worth, in a word or three. */
export function statusLabel(status: Status): string {
  switch (status) {
    case 'pass':
      return 'Met';
    case 'waived':
      return 'Waived';
    case 'not-applicable':
      return 'Does not apply';
    case 'expired':
      return 'Confirmation out of date';
    case 'unknown':
      return 'Not known';
    case 'error':
      return 'Could not be checked';
    case 'fail':
      return 'Not met';
    default:
      throw new Error(status satisfies never);
  }
}

/** `Met`, `Waived until 3 Dec 2026 (would be: Not met)`. */
export function statusWords(now: Effective, format: FormatInstant = utcDay): string {
  if (now.status !== 'waived') return statusLabel(now.status);
  return `Waived until ${format(now.until)} (would be: ${statusLabel(now.underlying.status)})`;
}

export function verdictLabel(verdict: VerdictWord): string {
  switch (verdict) {
    case 'ready':
      return 'Ready';
    case 'ready-with-waivers':
      return 'Ready with waivers';
    case 'not-ready':
      return 'Not ready';
    case 'not-assessed':
      return 'Not assessed';
    default:
      throw new Error(verdict satisfies never);
  }
}
