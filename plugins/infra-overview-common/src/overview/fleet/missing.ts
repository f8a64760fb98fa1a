import type { FleetGap, FleetRow, Ranked } from './row';

type Row = Omit<FleetRow, 'missing'>;

const RULES: Readonly<Record<FleetGap, (row: Row) => boolean>> = {
  document: ({ outcome }) => outcome !== 'read',
  owner: ({ owner }) => owner === undefined,
  environments: ({ environments }) => environments.length === 0,
  platform: ({ platforms }) => platforms.length === 0,
  database: ({ database }) => database.words.startsWith('not stated'),
  backup: ({ backup }) => isOpen(backup),
  'restore-test': ({ restoreTest }) => isOpen(restoreTest),
  cdn: ({ cdn }) => cdn.tone !== 'good',
  tls: ({ tls }) => isOpen(tls),
  'alert-route': ({ alertRoute }) => isOpen(alertRoute),
  'credential-location': ({ credentials }) =>
    credentials.count === 0 && !credentials.words.startsWith('not needed'),
  'second-holder': ({ credentials }) => credentials.oneHolder > 0,
  date: ({ freshness }) => freshness.at === undefined,
};

/** Not stated, or known to be none. What is not needed is not missing. */
function isOpen({ tone }: Ranked): boolean {
  return tone === 'unknown' || tone === 'bad';
}

export function missingIn(row: Row): readonly FleetGap[] {
  return (Object.keys(RULES) as FleetGap[]).filter(gap => RULES[gap](row));
}
