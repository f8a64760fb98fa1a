import { DataTable } from 'backstage-plugin-infra-overview-react';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';
import { overrideColumns } from './overrideColumns';

/** Exceptions: waiting for a second person, in force, used, over. */
export const OverridesSection = () => {
  const { zone, environment } = useTab();
  const asked = useTabAsked('overrides', (api, tab, options) =>
    api.overrides({ entity: tab.entityRef, environment: tab.environment }, options),
  );
  return (
    <AskedSection id="overrides" title="Overrides" asked={asked} count={items => items.length}>
      {items =>
        items.length === 0 ? (
          <p>No override was requested for {environment}.</p>
        ) : (
          <DataTable
            caption={`Overrides for ${environment}`}
            columns={overrideColumns(zone)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </AskedSection>
  );
};
