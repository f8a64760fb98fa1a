import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { DeploymentAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Muted, ToneText, failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../../api';
import { saveCsv } from '../../../lib/saveCsv';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';
import { deploymentColumns } from './deploymentColumns';

const SHOWN = 20;

/** What was deployed, under which permit, how it went. */
export const DeploymentsSection = () => {
  const { zone, environment } = useTab();
  const asked = useTabAsked('deployments', (api, tab, options) =>
    api.deployments({ entity: tab.entityRef, environment: tab.environment, limit: SHOWN }, options),
  );
  return (
    <AskedSection
      id="deployments"
      title="Deployments"
      asked={asked}
      count={({ items, nextCursor }) =>
        nextCursor === undefined ? items.length : `the last ${items.length}`
      }
      actions={<DownloadLog />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p>
            No deployment to {environment} is recorded. Pipelines record them with{' '}
            <code>deploy-windows record</code>, people above with &quot;Record a deployment&quot;.
          </p>
        ) : (
          <>
            <DataTable
              caption={`Deployments to ${environment}`}
              columns={deploymentColumns(zone)}
              rows={items}
              rowKey={({ id }) => id}
            />
            <Unpermitted items={items} />
          </>
        )
      }
    </AskedSection>
  );
};

function Unpermitted({ items }: { readonly items: readonly DeploymentAnswer[] }) {
  const count = items.filter(({ unpermitted }) => unpermitted).length;
  if (count === 0) return null;
  return (
    <Muted>
      {count} of these {count === 1 ? 'has' : 'have'} no permit: {count === 1 ? 'it' : 'they'} did
      not ask before starting.
    </Muted>
  );
}

function DownloadLog() {
  const api = useApi(deployWindowsApiRef);
  const { entityRef, environment } = useTab();
  const [state, setState] = useState<{ readonly pending: boolean; readonly failure?: string }>({
    pending: false,
  });
  const download = async () => {
    setState({ pending: true });
    try {
      saveCsv('deployments.csv', await api.csv('deployments', { entity: entityRef, environment }));
      setState({ pending: false });
    } catch (error) {
      setState({ pending: false, failure: failureOf(error).message });
    }
  };
  return (
    <>
      {state.failure !== undefined && (
        <span role="alert">
          <ToneText tone="bad">No CSV file: {state.failure}</ToneText>
        </span>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={state.pending}
        onPress={download}
      >
        Download CSV
      </Button>
    </>
  );
}
