import type { Directory } from '../../policy/Directory';
import type { KnownOrg } from '../org/OrgStore';
import type { KnownObserved } from '../observed/ObservedStore';
import type { PackShelf } from '../packs/PackShelf';

/** Everything that facts and questions are made of, as of one moment. */
export interface World {
  readonly directory: Directory;
  readonly policyVersion: number;
  readonly org: KnownOrg;
  readonly observed: KnownObserved;
  readonly shelf: PackShelf;
}

/** What a pass has judged everything by: the same text, nothing to do. */
export function stateOfWorld({ policyVersion, org, shelf, observed }: World): string {
  return `${policyVersion} ${org.hash} ${shelf.hash} ${observed.hash}`;
}
