const FIRST = 1_000;
const LONGEST = 60_000;
/** A server that asks for more than this is asked again in the next run. */
const MOST_PATIENCE = 15 * 60_000;

/**
 * Milliseconds until the next attempt, undefined when there is none. What the server asks for (`Retry-After`, in seconds or as
 * a date) beats our own doubling; `jitter` from 0 to 1 keeps replicas from asking in step.
 */
export function retryDelay(input: {
  /** Attempts made so far, from 1. */
  readonly attempts: number;
  readonly most: number;
  readonly retryAfter: string | undefined;
  readonly jitter: number;
  readonly now: number;
}): number | undefined {
  if (input.attempts >= input.most) return undefined;
  const asked = askedFor(input.retryAfter, input.now);
  if (asked !== undefined) return asked > MOST_PATIENCE ? undefined : asked;
  const doubled = Math.min(LONGEST, FIRST * 2 ** (input.attempts - 1));
  return Math.round(doubled * (0.5 + input.jitter / 2));
}

function askedFor(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
