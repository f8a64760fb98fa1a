import type { LoggedDecision } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Lines,
  Muted,
  StateChip,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { formatInstant } from '../../../time/formatInstant';
import { AskedSection } from '../AskedSection';
import { DownloadCsv } from '../DownloadCsv';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';

const SHOWN = 20;

/** Who asked whether they may deploy, what they were told and why: what an auditor opens. */
export const DecisionsSection = () => {
  const { zone, environment } = useTab();
  const asked = useTabAsked('decisions', (api, tab, options) =>
    api.decisionLog({ entity: tab.entityRef, environment: tab.environment, limit: SHOWN }, options),
  );
  return (
    <AskedSection
      id="decisions"
      title="Decisions"
      asked={asked}
      count={({ items, nextCursor }) =>
        nextCursor === undefined ? items.length : `the last ${items.length}`
      }
      actions={<DownloadCsv log="decisions" />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p>Nobody has asked about {environment} yet.</p>
        ) : (
          <DataTable
            caption={`Decisions about ${environment}`}
            columns={columns(zone)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </AskedSection>
  );
};

function columns(zone: string): readonly DataColumn<LoggedDecision>[] {
  return [
    {
      id: 'at',
      label: `Asked (${zone})`,
      cell: ({ at }) => <time dateTime={at}>{formatInstant(at, zone)}</time>,
      sortValue: ({ at }) => Date.parse(at),
    },
    { id: 'who', label: 'Who', cell: ({ principal }) => principal },
    { id: 'change', label: 'Change', cell: ({ changeType }) => changeType },
    {
      id: 'outcome',
      label: 'Answer',
      cell: ({ outcome, purpose }) => (
        <Lines>
          {[
            outcome === 'allowed' ? (
              <StateChip key="outcome" label="Allowed" tone="good" />
            ) : (
              <StateChip key="outcome" label="Held" tone="bad" />
            ),
            ...(purpose === 'permit' ? ['with a permit'] : []),
          ]}
        </Lines>
      ),
    },
    {
      id: 'why',
      label: 'Because',
      cell: ({ codes }) =>
        codes.length === 0 ? <Muted>no reason recorded</Muted> : <code>{codes.join(', ')}</code>,
    },
    {
      id: 'override',
      label: 'Override',
      cell: ({ overrideId }) =>
        overrideId === undefined ? <Muted>none</Muted> : <code>{overrideId.slice(0, 8)}</code>,
    },
  ];
}
