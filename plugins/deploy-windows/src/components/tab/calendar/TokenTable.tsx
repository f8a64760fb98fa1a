import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { CalendarToken } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  FormDialog,
  Muted,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../../api';
import { formatInstant } from '../../../time/formatInstant';
import { useTab } from '../TabContext';

/** The reader's own addresses for this entity. */
export const TokenTable = ({ tokens }: { readonly tokens: readonly CalendarToken[] }) => {
  const { zone } = useTab();
  return (
    <DataTable
      caption="Your calendar addresses"
      columns={columnsIn(zone)}
      rows={tokens}
      rowKey={({ id }) => id}
    />
  );
};

function columnsIn(zone: string): readonly DataColumn<CalendarToken>[] {
  return [
    {
      id: 'made',
      label: `Made (${zone})`,
      cell: ({ createdAt }) => formatInstant(createdAt, zone),
    },
    { id: 'scope', label: 'Shows', cell: ({ scope }) => scope.environment ?? 'all environments' },
    {
      id: 'used',
      label: 'Last read',
      cell: ({ lastUsedAt }) =>
        lastUsedAt === undefined ? <Muted>never</Muted> : formatInstant(lastUsedAt, zone),
    },
    { id: 'actions', label: 'Actions', cell: token => <Revoke token={token} /> },
  ];
}

function Revoke({ token }: { readonly token: CalendarToken }) {
  const api = useApi(deployWindowsApiRef);
  const { onChanged } = useTab();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        Revoke
      </Button>
      {open && (
        <FormDialog
          title="Revoke this calendar address"
          submitLabel="Revoke"
          onSubmit={async () => {
            await api.revokeCalendarToken(token.id);
            onChanged();
            return 'Whoever subscribed to it gets nothing any more.';
          }}
          onClose={() => setOpen(false)}
        >
          <p>
            Calendars that subscribed to it stop being updated. It cannot be undone; another address
            can be made.
          </p>
        </FormDialog>
      )}
    </>
  );
}
