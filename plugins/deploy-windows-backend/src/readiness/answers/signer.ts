import {
  groupsAbove,
  type AttestTerms,
  type OrgGraph,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Principal } from '../../access/Principal';

/** Whose signature is asked for, and what is known of whoever signs. */
export interface SignerQuestion {
  readonly principal: Principal;
  readonly ownerRef?: string;
  readonly org: OrgGraph;
  /** The users the alerts resolve to; absent: not known. */
  readonly alertPeople?: readonly string[];
}

/** Of the owning group, through sub-groups too; or the owner in person. */
export function isOfOwner({ principal, ownerRef, org }: SignerQuestion): boolean {
  if (ownerRef === undefined) return false;
  const own = [principal.ref, ...principal.memberOf].map(lower);
  return own.includes(ownerRef) || above(org, own).has(ownerRef);
}

/** Why this person may not sign; undefined: may. */
export function signerProblem(by: AttestTerms['by'], question: SignerQuestion): string | undefined {
  const { ownerRef, alertPeople, principal } = question;
  switch (by) {
    case 'any':
      return undefined;
    case 'owner-member':
      if (ownerRef === undefined)
        return 'Only the owner may confirm this, and nobody is named as owner.';
      return isOfOwner(question) ? undefined : `Only members of ${ownerRef} may confirm this.`;
    case 'non-owner':
      return isOfOwner(question)
        ? `Somebody outside ${ownerRef ?? 'the owning group'} has to confirm this.`
        : undefined;
    case 'alert-target':
      if (alertPeople === undefined)
        return 'Only somebody who is alerted may confirm this, and nobody is known to be.';
      return alertPeople.includes(lower(principal.ref))
        ? undefined
        : 'Only somebody who is alerted may confirm this.';
    case 'manager':
      return managerProblem(question);
    default:
      throw new Error(by satisfies never);
  }
}

/** Whoever leads the owning group or one above it; where nobody is named as leader, the members of the one above. */
function managerProblem({ principal, ownerRef, org }: SignerQuestion): string | undefined {
  if (ownerRef === undefined)
    return 'Only a manager of the owning group may confirm this, and nobody is named as owner.';
  const chain = [ownerRef, ...above(org, [ownerRef])];
  const leaders = chain.flatMap(group => org.groups[group]?.leaders ?? []);
  const parent = org.groups[ownerRef]?.parent;
  if (leaders.length === 0 && parent === undefined)
    return `Only a manager of ${ownerRef} may confirm this, and nobody is known to lead it.`;
  if (leaders.length === 0)
    // Claims of a session may hold groups above one's own as well: only who is in it directly leads.
    return (org.users[lower(principal.ref)]?.groups ?? []).includes(parent ?? '')
      ? undefined
      : `Only members of ${parent}, the group above ${ownerRef}, may confirm this.`;
  return leaders.includes(lower(principal.ref))
    ? undefined
    : `Only somebody who leads ${ownerRef} or a group above it may confirm this.`;
}

/** The groups of these users and groups, and those above them. */
function above(org: OrgGraph, refs: readonly string[]): ReadonlySet<string> {
  return new Set(refs.flatMap(ref => [...groupsAbove(org, ref)]));
}

function lower(ref: string): string {
  return ref.toLowerCase();
}
