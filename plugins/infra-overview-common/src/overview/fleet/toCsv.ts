import { describeDate } from '../words/describeDate';
import { describeParty } from '../words/describeParty';
import { NONE, NOT_STATED } from '../words/emptiness';
import type { FleetDrift, FleetRow } from './row';

const NOT_OBSERVED = 'not observed';

const COLUMNS: readonly { readonly title: string; readonly value: (row: FleetRow) => string }[] = [
  { title: 'Entity', value: row => row.ref },
  { title: 'Project', value: row => row.title },
  { title: 'Domain', value: row => row.domain ?? NONE },
  {
    title: 'Owner',
    value: row => (row.owner === undefined ? NOT_STATED : describeParty(row.owner)),
  },
  { title: 'Lifecycle', value: row => row.lifecycle ?? NOT_STATED },
  { title: 'Document', value: row => row.outcome },
  {
    title: 'Platforms',
    value: row => listed(row.platforms.map(({ name, standing }) => `${name} (${standing})`)),
  },
  {
    title: 'Environments',
    value: row =>
      listed(
        row.environments.map(({ name, stage }) => (name === stage ? name : `${name} (${stage})`)),
      ),
  },
  { title: 'Database', value: row => row.database.words },
  { title: 'Backup', value: row => row.backup.words },
  { title: 'Last restore test', value: row => row.restoreTest.words },
  { title: 'CDN', value: row => row.cdn.words },
  { title: 'TLS', value: row => row.tls.words },
  { title: 'TLS ends', value: row => (row.tlsExpires === undefined ? NOT_STATED : row.tlsExpires) },
  { title: 'Who is told', value: row => row.alertRoute.words },
  { title: 'Credentials', value: row => row.credentials.words },
  { title: 'Credentials with one holder', value: row => String(row.credentials.oneHolder) },
  { title: 'Risks open', value: row => String(row.risks.open) },
  { title: 'Risks accepted', value: row => String(row.risks.accepted) },
  { title: 'Improvements planned', value: row => String(row.improvements.planned) },
  { title: 'Improvements possible', value: row => String(row.improvements.possible) },
  { title: 'Open questions', value: row => String(row.questions) },
  { title: 'Checks met', value: row => String(row.conformance.met) },
  { title: 'Checks that apply', value: row => String(row.conformance.applicable) },
  { title: 'Checks not answered', value: row => String(row.conformance.unknown) },
  { title: 'Known from', value: row => row.freshness.words },
  {
    title: 'Stale',
    value: row =>
      row.freshness.stale
        ? `yes${row.freshness.at === undefined ? '' : `, ${describeDate(row.freshness.at)}`}`
        : 'no',
  },
  { title: 'Problems', value: row => String(row.problems) },
  { title: 'Different from what runs', value: row => looked(row, ({ different }) => different) },
  {
    title: 'Declared but not found',
    value: row => looked(row, ({ onlyDeclared }) => onlyDeclared),
  },
  {
    title: 'Found but not declared',
    value: row => looked(row, ({ onlyObserved }) => onlyObserved),
  },
  { title: 'Last look', value: row => row.drift?.seenAt ?? NOT_OBSERVED },
];

/** RFC 4180 with a header. No cell is blank, and none can act as a formula in a spreadsheet. */
export function toCsv(rows: readonly FleetRow[]): string {
  const lines = [
    COLUMNS.map(({ title }) => title),
    ...rows.map(row => COLUMNS.map(({ value }) => value(row))),
  ];
  return lines.map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

function looked({ drift }: FleetRow, count: (drift: FleetDrift) => number): string {
  return drift === undefined ? NOT_OBSERVED : String(count(drift));
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? NOT_STATED : parts.join('; ');
}

// Spreadsheets run what begins like this, also after spaces and when quoted; an apostrophe makes it text.
const FORMULA = /^\s*[=+\-@\t\r|%]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
