import type { ObservedPart } from 'backstage-plugin-infra-overview-common';

/** A file that counts its versions was read in an older one: another replica, or this one before a restart, saw a newer. */
export function isOlderCopy(stored: ObservedPart | undefined, seen: ObservedPart): boolean {
  if (stored === undefined) return false;
  const { 'observed.serial': before, 'observed.lineage': lineage } = stored.fields;
  const { 'observed.serial': serial, 'observed.lineage': same } = seen.fields;
  return (
    lineage === same && typeof before === 'number' && typeof serial === 'number' && serial < before
  );
}
