import type { ElementDetail } from 'backstage-plugin-infra-overview-common';
import { FreshnessChip } from '../kit';
import { useObservedAnswer } from '../observed/context';
import { freshnessOfElement } from '../observed/freshness';
import { useView } from './context';

/** How well an element is known, by the newest word about it. */
export const ElementFreshness = ({ detail }: { readonly detail: ElementDetail }) => {
  const { now } = useView();
  const answer = useObservedAnswer();
  const freshness =
    answer === undefined ? detail.freshness : freshnessOfElement(detail, answer, now);
  return <FreshnessChip freshness={freshness} />;
};
