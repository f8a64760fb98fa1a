import type { FieldRow } from '../fields/fieldRow';
import { escapeMarkdown } from './escapeMarkdown';

/** Fields as nested bullets. What an item does not state is left to the list of open questions. */
export function markdownFields(rows: readonly FieldRow[], depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return rows.flatMap(row => {
    if (row.fact === 'not-stated') return [];
    const label = escapeMarkdown(
      row.origin?.level === 'built-in' ? `${row.label} (assumed)` : row.label,
    );
    if (row.rows !== undefined)
      return [`${indent}- ${label}:`, ...markdownFields(row.rows, depth + 1)];
    if (row.list !== undefined && row.path.endsWith('.steps')) {
      return [
        `${indent}- ${label}:`,
        ...row.list.map((step, index) => `${indent}  ${index + 1}. ${escapeMarkdown(step)}`),
      ];
    }
    return [`${indent}- ${label}: ${escapeMarkdown(row.text)}`];
  });
}
