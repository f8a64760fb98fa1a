import type { Freshness, Tone } from 'backstage-plugin-infra-overview-common';
import { StateChip } from 'backstage-plugin-infra-overview-react';

export interface FreshnessChipProps {
  /** The older words come with the pointer. */
  readonly freshness: Freshness & { readonly older?: readonly string[] };
}

/** How old a statement is and who stands behind it, in words. */
export const FreshnessChip = ({ freshness }: FreshnessChipProps) => (
  <StateChip
    label={freshness.words}
    tone={toneOf(freshness)}
    {...(freshness.older !== undefined && { title: freshness.older.join('; ') })}
  />
);

function toneOf(freshness: Freshness): Tone {
  if (freshness.state === 'undated') return 'unknown';
  return freshness.stale ? 'warning' : 'neutral';
}
