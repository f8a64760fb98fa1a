export { readinessMarkdown } from './toMarkdown';
export { checkCsvRows, subjectCsvRows, type CsvRows } from './toCsvRows';
