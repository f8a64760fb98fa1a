import type { ObservedAnswer } from 'backstage-plugin-infra-overview-common';

/** Why not all three words can be said here; nothing to say where they can. */
export function mayWords(confirm: ObservedAnswer['may']['confirm']): string | undefined {
  switch (confirm) {
    case 'all':
      return undefined;
    case 'not-true':
      return 'Only the owners of this project can say that it is still true. You can say that it is not.';
    case 'nothing':
      return 'You may not say anything here: the permission infra-overview.confirmation.create is missing.';
    default:
      throw new Error(confirm satisfies never);
  }
}
