import { StateChip } from 'backstage-plugin-infra-overview-react';
import { describeVerdict, type VerdictWord } from '../../lib/readiness/describeVerdict';

/** What a subject is, as shape and word. */
export const VerdictChip = ({ verdict }: { readonly verdict: VerdictWord }) => {
  const { word, icon, tone } = describeVerdict(verdict, 12);
  return <StateChip label={word} icon={icon} tone={tone} />;
};
