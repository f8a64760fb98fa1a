import { saveText } from './saveText';

/** Hands a table to the browser as a file. */
export function saveCsv(name: string, text: string) {
  saveText(name, text, 'text/csv');
}
