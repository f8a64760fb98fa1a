import { wordLabel, type Scoped } from 'backstage-plugin-infra-overview-common';

/** 'only staging and ci'; undefined for what holds everywhere. */
export function scopeWords({ environments, stages }: Scoped): string | undefined {
  const places = [...(environments ?? []), ...(stages ?? []).map(wordLabel)];
  if (places.length === 0) return undefined;
  return `only ${places.join(', ')}`;
}
