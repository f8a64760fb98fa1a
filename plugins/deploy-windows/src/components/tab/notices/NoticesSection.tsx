import { DataTable } from 'backstage-plugin-infra-overview-react';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';
import { noticeColumns } from './noticeColumns';

/** Who was told of what, with the proof. */
export const NoticesSection = () => {
  const { zone, environment, decision } = useTab();
  const asked = useTabAsked('notices', (api, tab, options) =>
    api.notices({ entity: tab.entityRef, environment: tab.environment, limit: 20 }, options),
  );
  return (
    <AskedSection
      id="notices"
      title="Notices"
      asked={asked}
      depth={decision.notices.length === 0 ? 'folded' : 'full'}
      count={({ items }) => items.length}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p>
            {decision.notices.length === 0
              ? `Nobody has to be told of a deploy to ${environment}.`
              : 'Nobody has been told of a deploy yet.'}
          </p>
        ) : (
          <DataTable
            caption={`Notices of deploys to ${environment}`}
            columns={noticeColumns(zone)}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </AskedSection>
  );
};
