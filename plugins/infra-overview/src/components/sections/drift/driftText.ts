import {
  escapeMarkdown,
  instantText,
  type DriftFinding,
  type Instant,
} from 'backstage-plugin-infra-overview-common';
import { csv } from '../../../lib/csv';
import { findingWords, noteWords } from '../../../lib/describeFinding';

const COLUMNS = ['What', 'Environment', 'Status', 'Declared', 'Observed', 'Seen', 'Source', 'Note'];

export interface DriftTextInput {
  readonly findings: readonly DriftFinding[];
  readonly sourceTitle: (source: string) => string;
  readonly now: Instant;
}

/** The list as a table for a ticket or a wiki. */
export function driftMarkdown(input: DriftTextInput): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map(cell => escapeMarkdown(cell)).join(' | ')} |\n`;
  return [row(COLUMNS), `|${' --- |'.repeat(COLUMNS.length)}\n`, ...rowsOf(input).map(row)].join(
    '',
  );
}

/** The list for a spreadsheet. No cell is blank. */
export function driftCsv(input: DriftTextInput): string {
  return csv([COLUMNS, ...rowsOf(input)]);
}

function rowsOf({ findings, sourceTitle, now }: DriftTextInput): readonly (readonly string[])[] {
  return findings.map(finding => [
    finding.title,
    finding.environment ?? 'all',
    findingWords(finding),
    finding.declared ?? '-',
    finding.observed ?? '-',
    instantText(finding.at),
    sourceTitle(finding.source),
    finding.note === undefined ? 'none' : noteWords(finding.note, now),
  ]);
}
