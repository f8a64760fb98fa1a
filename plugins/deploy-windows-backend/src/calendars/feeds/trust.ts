import { HOUR, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Trust } from './FeedStore';

/** From here on it is said how old a copy is. */
export const STALE_AFTER = 24 * HOUR;
// Trust is part of every decision, so renewing it makes everything that is remembered out of date.
const RENEWED_EVERY = HOUR;

/** How long a copy is trusted after a reading that went well. Renewed now and then, not with each reading. */
export function trustOf(at: Instant, maxAge: number, before: Trust | undefined): Trust {
  const renewedEvery = Math.min(RENEWED_EVERY, maxAge / 4);
  const isRecent =
    before !== undefined &&
    at - before.from < renewedEvery &&
    before.until === before.from + maxAge;
  return isRecent ? before : { from: at, until: at + maxAge };
}
