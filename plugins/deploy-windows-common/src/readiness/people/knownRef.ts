import { completeRef } from 'backstage-plugin-infra-overview-common';
import type { OrgGraph } from './org';

export type PersonKind = 'user' | 'group';

/** The full, lower-case ref of a user or group; undefined where the text is neither but plain words. */
export function personRef(text: string): string | undefined {
  if (!/^(?:user|group):\S+$/i.test(text)) return undefined;
  return completeRef(text)?.toLowerCase();
}

/** What a ref names in the organisation; undefined: nobody of that name. */
export function knownRef({ users, groups }: OrgGraph, ref: string): PersonKind | undefined {
  if (Object.hasOwn(users, ref)) return 'user';
  return Object.hasOwn(groups, ref) ? 'group' : undefined;
}
