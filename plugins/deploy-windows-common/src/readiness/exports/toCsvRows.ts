import type { CheckAnswer, SubjectAnswer, SubjectRow } from '../wire';

/** Cells as text: whoever writes the file quotes them and keeps them from being formulas. */
export type CsvRows = readonly (readonly string[])[];

const SUBJECT_COLUMNS = [
  'Subject',
  'Title',
  'Environment',
  'Stage',
  'Owner',
  'System',
  'Domain',
  'Verdict',
  'Sentence',
  'Must-haves met',
  'Must-haves that apply',
  'Recommended met',
  'Recommended that apply',
  'Waived',
  'Not known',
  'Out of date',
  'Could not be checked',
  'Does not apply',
  'Judged at',
  'Facts read at',
] as const;

/** A row for each subject, with a header. */
export function subjectCsvRows(rows: readonly SubjectRow[]): CsvRows {
  return [SUBJECT_COLUMNS, ...rows.map(subjectCells)];
}

function subjectCells({ counts, ...row }: SubjectRow): readonly string[] {
  return [
    row.subject,
    row.title,
    row.environment,
    row.stage,
    row.owner ?? '',
    row.system ?? '',
    row.domain ?? '',
    row.verdict,
    row.sentence,
    ...[
      counts.must.met,
      counts.must.applicable,
      counts.recommended.met,
      counts.recommended.applicable,
      counts.waived,
      counts.unknown,
      counts.expired,
      counts.error,
      counts.notApplicable,
    ].map(String),
    row.at,
    row.factsReadAt,
  ];
}

const CHECK_COLUMNS = [
  'Subject',
  'Check',
  'Title',
  'Pack',
  'Level',
  'Status',
  'Beneath a waiver',
  'Because',
  'Evidence',
  'Until',
  'Since',
  'Waiver ends',
  'Waiver approved by',
] as const;

/** A row for each check of each subject, with a header: what an auditor reads. */
export function checkCsvRows(subjects: readonly SubjectAnswer[]): CsvRows {
  return [
    CHECK_COLUMNS,
    ...subjects.flatMap(({ subject, checks }) => checks.map(check => checkCells(subject, check))),
  ];
}

function checkCells(subject: string, check: CheckAnswer): readonly string[] {
  return [
    subject,
    check.id,
    check.title,
    check.pack,
    check.level,
    check.status,
    check.underlying?.status ?? '',
    check.because,
    check.evidence === undefined ? '' : `${check.evidence.kind}: ${check.evidence.words}`,
    check.until ?? '',
    check.since ?? '',
    check.waiver?.expiresAt ?? '',
    check.waiver?.approvedBy ?? '',
  ];
}
