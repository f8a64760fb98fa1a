import type { TargetState } from 'backstage-plugin-deploy-windows-common';
import { StateChip } from 'backstage-plugin-infra-overview-react';
import { describeState } from '../lib/describe';

/** The state of a target: word, shape, colour. */
export const TargetStateChip = ({ state }: { readonly state: TargetState }) => {
  const { word, icon, tone } = describeState(state);
  return <StateChip label={word} tone={tone} icon={icon} />;
};
