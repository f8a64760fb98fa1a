// Spreadsheets run what begins like this, also after spaces and when quoted; an apostrophe makes it text.
const FORMULA = /^\s*[=+\-@\t\r|%]/;

/** RFC 4180. No cell can act as a formula in a spreadsheet. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
