import type { Freshness, Tone } from 'backstage-plugin-infra-overview-common';
import { StateChip } from 'backstage-plugin-infra-overview-react';

/** How old a statement is and who stands behind it, in words. */
export const FreshnessChip = ({ freshness }: { readonly freshness: Freshness }) => (
  <StateChip label={freshness.words} tone={toneOf(freshness)} />
);

function toneOf(freshness: Freshness): Tone {
  if (freshness.state === 'undated') return 'unknown';
  return freshness.stale ? 'warning' : 'neutral';
}
