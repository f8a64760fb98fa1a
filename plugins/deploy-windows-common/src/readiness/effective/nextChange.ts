import type { Instant } from '../../time';
import type { Layers } from './layers';

/**
 * The first instant after `now` at which time alone may change what the check is worth: an end of its rule's step, a beginning
 * or end of a confirmation or waiver, another level. Until then `effective` says the same. Undefined: it stays as it is.
 */
export function nextChange(layers: Layers, now: Instant): Instant | undefined {
  let next = Infinity;
  for (const instant of changesOf(layers)) {
    if (instant > now && instant < next) next = instant;
  }
  return next === Infinity ? undefined : next;
}

/** All of them, in no order. */
export function changesOf({ asked, steps, attestations, waivers }: Layers): readonly Instant[] {
  const instants: (Instant | undefined)[] = [];
  for (const step of asked.requirement.steps) instants.push(step.from);
  for (const step of steps) instants.push('until' in step ? step.until : undefined);
  for (const { attestedAt, validUntil, revokedAt } of attestations) {
    instants.push(attestedAt, validUntil, revokedAt);
  }
  for (const { createdAt, expiresAt, approvedAt, deniedAt, revokedAt } of waivers) {
    instants.push(createdAt, expiresAt, approvedAt, deniedAt, revokedAt);
  }
  return instants.filter(instant => instant !== undefined);
}
