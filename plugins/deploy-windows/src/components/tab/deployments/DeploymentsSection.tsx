import type { DeploymentAnswer } from 'backstage-plugin-deploy-windows-common';
import { DataTable, Muted } from 'backstage-plugin-infra-overview-react';
import { AskedSection } from '../AskedSection';
import { DownloadCsv } from '../DownloadCsv';
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
      actions={<DownloadCsv log="deployments" />}
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
