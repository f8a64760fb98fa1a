import { fileOf, type OwnerFinding } from './ownerFindings';
import type { OwnedEntity } from './ownedEntity';

/** What makes it doubtful whether the entry is still true. */
export function entityFindings(entity: OwnedEntity): readonly OwnerFinding[] {
  const { title, kind, domain, orphaned, freshness } = entity;
  const findings: OwnerFinding[] = [];
  if (freshness?.stale === true) {
    findings.push({
      code: 'document-past-cadence',
      level: 'recommended',
      text: `What is written down about ${title} is old: ${freshness.words}`,
      next:
        freshness.by === undefined
          ? `Look through it and set a new date in ${fileOf(entity)}.`
          : `Ask ${freshness.by}, who confirmed it last, and set a new date in ${fileOf(entity)}.`,
    });
  }
  if (orphaned !== undefined) {
    findings.push({
      code: 'orphaned',
      level: 'recommended',
      text: `${title} is in the catalog, and no file declares it any more`,
      next: 'Register the file at its new place, or remove the entry.',
    });
  }
  if (kind.toLowerCase() === 'system' && domain === undefined) {
    findings.push({
      code: 'system-without-domain',
      level: 'recommended',
      text: `${title} is in no domain, so no standard holds for it`,
      next: `Write a domain into ${fileOf(entity)}.`,
    });
  }
  return findings;
}
