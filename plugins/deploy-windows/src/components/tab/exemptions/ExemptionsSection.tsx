import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { ExemptionAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Muted, type DataColumn } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../../api';
import { formatRange } from '../../../time/formatInstant';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';

/** Leave from freezes, granted by their owners. */
export const ExemptionsSection = () => {
  const { zone, environment } = useTab();
  const asked = useTabAsked('exemptions', (api, tab, options) =>
    api.exemptions({ entity: tab.entityRef, environment: tab.environment }, options),
  );
  return (
    <AskedSection
      id="exemptions"
      title="Exemptions"
      asked={asked}
      depth="folded"
      count={items => items.length}
    >
      {items =>
        items.length === 0 ? (
          <p>
            {environment} has no leave from any freeze. The owner of a freeze can grant one, in the
            table of windows.
          </p>
        ) : (
          <DataTable
            caption={`Exemptions of ${environment}`}
            columns={columnsIn(zone)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </AskedSection>
  );
};

function columnsIn(zone: string): readonly DataColumn<ExemptionAnswer>[] {
  return [
    {
      id: 'freeze',
      label: 'From the freeze',
      cell: ({ freezeTitle, freeze }) => freezeTitle ?? freeze,
    },
    {
      id: 'range',
      label: `Lifted (${zone})`,
      cell: ({ start, end }) => formatRange(start, end, zone),
    },
    { id: 'reason', label: 'Reason', cell: ({ reason }) => reason },
    { id: 'by', label: 'Granted by', cell: ({ grantedBy }) => grantedBy },
    { id: 'actions', label: 'Actions', cell: exemption => <Revoke exemption={exemption} /> },
  ];
}

function Revoke({
  exemption: { id, freezeTitle, freeze, revokedAt },
}: {
  readonly exemption: ExemptionAnswer;
}) {
  const api = useApi(deployWindowsApiRef);
  const { onChanged, environment } = useTab();
  const [open, setOpen] = useState(false);
  if (revokedAt !== undefined) return <Muted>revoked</Muted>;
  return (
    <>
      <Button size="small" variant="secondary" onPress={() => setOpen(true)}>
        Revoke
      </Button>
      {open && (
        <ReasonDialog
          title={`Revoke the exemption from ${freezeTitle ?? freeze}`}
          submitLabel="Revoke"
          onSubmit={async why => {
            await api.revokeExemption(id, why);
            onChanged();
            return 'It is revoked; the freeze holds again.';
          }}
          onClose={() => setOpen(false)}
        >
          The freeze holds {environment} again at once.
        </ReasonDialog>
      )}
    </>
  );
}
