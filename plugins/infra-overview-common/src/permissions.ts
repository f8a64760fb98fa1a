import { createPermission } from '@backstage/plugin-permission-common';

/** See the page of an entity. Whether the entity itself may be seen stays with `catalog.entity.read`. */
export const infraOverviewReadPermission = createPermission({
  name: 'infra-overview.overview.read',
  attributes: { action: 'read' },
});

export const infraOverviewPermissions = [infraOverviewReadPermission];
