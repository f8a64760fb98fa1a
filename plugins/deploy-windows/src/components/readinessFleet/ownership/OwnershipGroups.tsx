import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OwnershipAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Muted, type DataColumn } from 'backstage-plugin-infra-overview-react';
import { NumberLink } from '../NumberLink';
import { queryOf } from '../usePageParameters';

type Group = OwnershipAnswer['groups'][number];

const COLUMNS: readonly DataColumn<Group>[] = [
  {
    id: 'group',
    label: 'Group',
    sortValue: ({ title }) => title,
    cell: ({ ref, title }) => <EntityRefLink entityRef={ref} title={title} />,
  },
  {
    id: 'owned',
    label: 'Owns',
    align: 'end',
    sortValue: ({ owned }) => owned,
    cell: ({ owned, direct, through }) => (
      <>
        {owned}{' '}
        {through > 0 && (
          <Muted>
            ({direct} itself, {through} through its groups)
          </Muted>
        )}
      </>
    ),
  },
  {
    id: 'must',
    label: 'Must be put right',
    align: 'end',
    sortValue: ({ mustFindings }) => mustFindings,
    cell: ({ ref, mustFindings }) => (
      <NumberLink
        count={mustFindings}
        words="must be put right"
        to={queryOf({ tab: 'ownership', group: ref })}
      />
    ),
  },
  {
    id: 'findings',
    label: 'Findings',
    align: 'end',
    sortValue: ({ findings }) => findings,
    cell: ({ ref, findings }) => (
      <NumberLink
        count={findings}
        words="findings"
        to={queryOf({ tab: 'ownership', group: ref })}
      />
    ),
  },
];

export const OwnershipGroups = ({ groups }: { readonly groups: readonly Group[] }) =>
  groups.length === 0 ? (
    <p>No group owns anything.</p>
  ) : (
    <DataTable
      caption="Ownership by group"
      columns={COLUMNS}
      rows={groups}
      rowKey={({ ref }) => ref}
    />
  );
