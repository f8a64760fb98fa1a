import { dateText, type FleetDriftPage } from 'backstage-plugin-infra-overview-common';

type Row = FleetDriftPage['rows'][number];

const NOTHING = 'none';
// Spreadsheets run what begins like this, also after spaces and when quoted; an apostrophe makes it text.
const FORMULA = /^\s*[=+\-@\t\r|%]/;

const COLUMNS: readonly { readonly title: string; readonly value: (row: Row) => string }[] = [
  { title: 'Entity', value: row => row.entityRef },
  { title: 'Project', value: row => row.title },
  { title: 'Owner', value: row => row.owner ?? 'not stated' },
  { title: 'Environment', value: row => row.finding.environment ?? 'all' },
  { title: 'What', value: row => row.finding.title },
  { title: 'Path', value: row => row.finding.path },
  { title: 'Status', value: row => row.finding.status },
  { title: 'Declared', value: row => row.finding.declared ?? NOTHING },
  { title: 'Observed', value: row => row.finding.observed ?? NOTHING },
  { title: 'Source', value: row => row.finding.source },
  { title: 'Seen', value: row => dateText(row.finding.at) },
  { title: 'Since', value: row => dateText(row.since) },
  { title: 'Left as it is', value: ({ finding: { note } }) => note?.reason ?? 'no' },
];

export const DRIFT_CSV_HEAD = line(COLUMNS.map(({ title }) => title));

/** RFC 4180. No cell is blank, and none can act as a formula in a spreadsheet. */
export function driftCsv(rows: FleetDriftPage['rows']): string {
  return rows.map(row => line(COLUMNS.map(({ value }) => value(row)))).join('');
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
