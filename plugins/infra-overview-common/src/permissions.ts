import { createPermission } from '@backstage/plugin-permission-common';

/** See the page of an entity. Whether the entity itself may be seen stays with `catalog.entity.read`. */
export const infraOverviewReadPermission = createPermission({
  name: 'infra-overview.overview.read',
  attributes: { action: 'read' },
});

/** Say that a fact is still true, or is not. */
export const infraOverviewConfirmationCreatePermission = createPermission({
  name: 'infra-overview.confirmation.create',
  attributes: { action: 'create' },
});

/** Leave a difference between document and reality as it is for a while. */
export const infraOverviewDriftNoteCreatePermission = createPermission({
  name: 'infra-overview.drift-note.create',
  attributes: { action: 'create' },
});

/** Ask the sources to look at a project now. */
export const infraOverviewSourceRefreshPermission = createPermission({
  name: 'infra-overview.source.refresh',
  attributes: { action: 'update' },
});

export const infraOverviewPermissions = [
  infraOverviewReadPermission,
  infraOverviewConfirmationCreatePermission,
  infraOverviewDriftNoteCreatePermission,
  infraOverviewSourceRefreshPermission,
];
