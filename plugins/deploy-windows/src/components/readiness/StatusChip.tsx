import { StateChip } from 'backstage-plugin-infra-overview-react';
import { describeStatus, type Status } from '../../lib/readiness/describeStatus';

/** What a check is worth, as shape and word. */
export const StatusChip = ({ status }: { readonly status: Status }) => {
  const { word, icon, tone } = describeStatus(status, 12);
  return <StateChip label={word} icon={icon} tone={tone} />;
};
