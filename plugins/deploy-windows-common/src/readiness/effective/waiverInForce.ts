import type { Instant } from '../../time';
import type { Waiver } from '../answers/waiver';
import type { Layers } from './layers';

export type WaiverState = 'waiting' | 'active' | 'denied' | 'revoked' | 'ended' | 'superseded';

/** A waiver counts from its approval to its end, for the meaning it was given for. */
export function waiverState(waiver: Waiver, checkVersion: number, now: Instant): WaiverState {
  if (waiver.revokedAt !== undefined && waiver.revokedAt <= now) return 'revoked';
  if (waiver.deniedAt !== undefined && waiver.deniedAt <= now) return 'denied';
  if (waiver.checkVersion < checkVersion) return 'superseded';
  if (now >= waiver.expiresAt) return 'ended';
  if (!waiver.needsApproval) return 'active';
  return waiver.approvedAt !== undefined && waiver.approvedAt <= now ? 'active' : 'waiting';
}

/** The one that holds longest. */
export function waiverInForce({ waivers, asked }: Layers, now: Instant): Waiver | undefined {
  let longest: Waiver | undefined;
  for (const waiver of waivers) {
    if (waiver.createdAt > now) continue;
    if (waiverState(waiver, asked.definition.version, now) !== 'active') continue;
    if (longest === undefined || lasts(waiver, longest)) longest = waiver;
  }
  return longest;
}

/** Two that end together: the id decides, so that the order they are read in changes nothing. */
function lasts(a: Waiver, b: Waiver): boolean {
  return a.expiresAt === b.expiresAt ? a.id > b.id : a.expiresAt > b.expiresAt;
}
