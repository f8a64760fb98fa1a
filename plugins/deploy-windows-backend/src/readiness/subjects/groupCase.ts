import { effectiveInfra } from 'backstage-plugin-infra-overview-common';
import {
  askedChecks,
  factsFor,
  groupSubject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { SubjectCase } from './casesOf';
import type { World } from './World';

/** A group that owns something: asked whether what it owns is true. It has no document and no environment. */
export function groupCase(
  { org, shelf }: World,
  ref: string,
  ownedRefs: readonly string[],
): SubjectCase {
  const title = org.graph.groups[ref]?.title ?? ref;
  const subject = groupSubject({ ref, title });
  const effective = effectiveInfra([{ entityRef: ref, level: 'system' }]);
  return {
    subject,
    effective,
    ownerRef: ref,
    facts: factsFor({ subject, dependsOn: [], ownedRefs, org: org.graph }),
    ...askedChecks({ subject, effective, packs: shelf.packs, config: shelf.asked }),
  };
}
