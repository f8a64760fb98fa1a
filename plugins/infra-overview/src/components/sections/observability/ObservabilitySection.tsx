import type { Channel } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { fieldColumn, ifStated, type ItemColumn, nameColumn, Sublist } from '../shared';
import { ALERT_COLUMNS } from './alertColumns';
import { LOG_COLUMNS } from './logColumns';
import { MONITOR_COLUMNS } from './monitorColumns';

const CHANNEL_COLUMNS: readonly ItemColumn<Channel>[] = [
  nameColumn('Channel'),
  fieldColumn('kind', 'How a message arrives'),
  ifStated(fieldColumn('provider', 'Delivered by')),
  fieldColumn('reachesPerson', 'Reaches a person at any hour'),
  ifStated(fieldColumn('group', 'Goes together with')),
];

/** How one sees what the service does: who is told first, then what is watched and what is logged. */
export const ObservabilitySection = () => {
  const { logs, monitors, alerts, channels } = useView().view.document.observability ?? {};
  return (
    <ViewSection id="observability">
      <Sublist title="Alerts" list={alerts} at="observability.alerts" columns={ALERT_COLUMNS} />
      <Sublist
        title="Monitors"
        list={monitors}
        at="observability.monitors"
        columns={MONITOR_COLUMNS}
      />
      <Sublist title="Logs" list={logs} at="observability.logs" columns={LOG_COLUMNS} />
      <Sublist
        title="Channels"
        list={channels}
        at="observability.channels"
        columns={CHANNEL_COLUMNS}
      />
    </ViewSection>
  );
};
