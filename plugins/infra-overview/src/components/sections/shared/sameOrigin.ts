import type { Origin } from 'backstage-plugin-infra-overview-common';

/** True when the item already says where the field comes from. */
export function sameOrigin(field: Origin | undefined, item: Origin | undefined): boolean {
  return (
    field?.level === item?.level &&
    field?.entityRef === item?.entityRef &&
    field?.derived === item?.derived
  );
}
