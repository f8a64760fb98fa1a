/** A value as one cell. A text that a spreadsheet would take for a formula is marked as text. */
function cell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  const text =
    typeof value === 'string' && /^\s*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type CsvRow = Readonly<Record<string, string | number | boolean | undefined>>;

/** RFC 4180, with a header; the columns are those that are named, in that order. */
export function csv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const lines = [columns, ...rows.map(row => columns.map(column => cell(row[column])))];
  return lines.map(line => `${line.join(',')}\r\n`).join('');
}
