import type { AttestTerms, RequirementLevel } from '../pack/pack';

/** Who may confirm it. */
export function signerWords(by: AttestTerms['by']): string {
  switch (by) {
    case 'owner-member':
      return 'a member of the owning group';
    case 'non-owner':
      return 'somebody outside the owning group';
    case 'alert-target':
      return 'somebody the alerts reach';
    case 'manager':
      return 'who leads the owning group';
    case 'any':
      return 'anybody who may confirm here';
    default:
      throw new Error(by satisfies never);
  }
}

/** Who may say that a waiver is right. */
export function approverWords(level: RequirementLevel): string {
  return level === 'must'
    ? 'somebody who may approve waivers, and did not ask for this one'
    : 'the owner';
}
