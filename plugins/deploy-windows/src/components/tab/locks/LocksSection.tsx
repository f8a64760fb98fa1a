import type { LockAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Lines, Muted, type DataColumn } from 'backstage-plugin-infra-overview-react';
import { formatInstant } from '../../../time/formatInstant';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';

/** Who holds the lock and who waits for it. Taking, releasing and breaking are beside the verdict. */
export const LocksSection = () => {
  const { zone, decision } = useTab();
  const asked = useTabAsked('locks', (api, tab, options) =>
    api.locks({ entity: tab.entityRef, environment: tab.environment }, options),
  );
  return (
    <AskedSection
      id="locks"
      title="Locks"
      asked={asked}
      depth={decision.lock.held ? 'full' : 'folded'}
      count={items => items.length}
    >
      {items =>
        items.length === 0 ? (
          <p>Nobody holds the lock {decision.lock.key}.</p>
        ) : (
          <DataTable
            caption="Locks"
            columns={columnsIn(zone)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </AskedSection>
  );
};

function columnsIn(zone: string): readonly DataColumn<LockAnswer>[] {
  return [
    { id: 'key', label: 'Lock', cell: ({ key, mine }) => (mine ? `${key} (yours)` : key) },
    { id: 'holder', label: 'Holder', cell: ({ holder }) => holder },
    { id: 'reason', label: 'Reason', cell: ({ reason }) => reason },
    { id: 'since', label: `Since (${zone})`, cell: ({ since }) => formatInstant(since, zone) },
    {
      id: 'until',
      label: 'Expires',
      cell: ({ expiresAt }) =>
        expiresAt === undefined ? 'kept by hand' : formatInstant(expiresAt, zone),
    },
    {
      id: 'waiting',
      label: 'Waiting',
      cell: ({ waiting }) =>
        waiting.length === 0 ? (
          <Muted>nobody</Muted>
        ) : (
          <Lines>{waiting.map(({ holder, runKey }) => `${holder} (${runKey})`)}</Lines>
        ),
    },
  ];
}
