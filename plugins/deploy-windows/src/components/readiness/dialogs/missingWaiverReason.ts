const SHORTEST = 20;

/** What is missing of the reason for a waiver, in words. */
export function missingWaiverReason(reason: string): string | undefined {
  return reason.trim().length < SHORTEST
    ? `Give a reason of at least ${SHORTEST} characters`
    : undefined;
}
