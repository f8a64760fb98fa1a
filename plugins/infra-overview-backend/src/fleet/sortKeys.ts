import type { FleetDrift, FleetRow, FleetSort } from 'backstage-plugin-infra-overview-common';

/** Sorts after every text that is written with letters. */
const LAST = '\uffff';
const DIGITS = 9;
// Stands between title and ref; it sorts before everything that titles are made of.
const BREAK = '\t';

/** A text for each order, so that comparing texts compares rows. The name's is different for every row. */
export function sortKeys(row: FleetRow): Readonly<Record<FleetSort, string>> {
  const { conformance } = row;
  return {
    name: `${plain(row.title)}${BREAK}${row.ref}`,
    owner: row.owner ?? LAST,
    platform: `${number(row.platformRank)}${BREAK}${row.platforms.map(platform => plain(platform.name)).join(' ')}`,
    environments: number(row.environments.length),
    database: number(row.database.rank),
    backup: number(row.backup.rank),
    'restore-test': number(row.restoreTest.rank),
    tls: `${row.tlsExpires ?? LAST}${BREAK}${number(row.tls.rank)}`,
    'alert-route': number(row.alertRoute.rank),
    'one-holder': number(row.credentials.oneHolder),
    risks: number(row.risks.open),
    improvements: number(row.improvements.planned),
    questions: number(row.questions),
    conformance: number(conformance.applicable - conformance.met),
    problems: number(row.problems),
    // Never dated comes before the oldest date.
    freshness: row.freshness.at ?? '',
    // Where nothing looks there is no number; it comes before none.
    drift: row.drift ? number(driftTotal(row.drift)) : '',
  };
}

function driftTotal({ different, onlyDeclared, onlyObserved }: FleetDrift): number {
  return different + onlyDeclared + onlyObserved;
}

function number(value: number): string {
  return String(value).padStart(DIGITS, '0');
}

// Control characters would break the order, and PostgreSQL stores no NUL.
function plain(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200);
}
