/** Every kind of problem a document can have. */
export type ProblemCode =
  | 'secret-found'
  | 'schema-newer'
  | 'schema-older'
  | 'schema-missing'
  | 'schema-foreign'
  | 'not-an-object'
  | 'wrong-type'
  | 'field-missing'
  | 'reason-missing'
  | 'duplicate-id'
  | 'id-missing'
  | 'bad-id'
  | 'credential-ref'
  | 'bad-duration'
  | 'bad-date'
  | 'bad-url'
  | 'window-incomplete'
  | 'freeze-without-end'
  | 'bad-zone'
  | 'bad-schedule'
  | 'never-opens'
  | 'unknown-field'
  | 'unknown-word'
  | 'dangling-ref'
  | 'bad-ref'
  | 'misplaced'
  | 'missing-parent'
  | 'cycle'
  | 'empty-section'
  | 'missing-target'
  | 'parts-left-out'
  | 'past-cadence'
  | 'item-newer-than-document'
  | 'end-of-life'
  | 'no-date'
  | 'section-missing';

export type Severity = 'refused' | 'error' | 'warning' | 'hint';

/** Something that is wrong with a document, and how to mend it. Messages never repeat a secret. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Fact path, relative to `spec.infra`; empty for the document itself. */
  readonly path: string;
  readonly line?: number;
  readonly message: string;
  readonly fix?: string;
  readonly entityRef?: string;
}

const SEVERITY: Readonly<Record<ProblemCode, Severity>> = {
  'secret-found': 'refused',
  'schema-newer': 'refused',
  'schema-missing': 'refused',
  'schema-foreign': 'refused',
  'not-an-object': 'refused',
  'wrong-type': 'error',
  'field-missing': 'error',
  'reason-missing': 'error',
  'duplicate-id': 'error',
  'id-missing': 'error',
  'bad-id': 'error',
  'credential-ref': 'error',
  'bad-duration': 'error',
  'bad-date': 'error',
  'bad-url': 'error',
  'window-incomplete': 'error',
  'freeze-without-end': 'error',
  'bad-zone': 'error',
  'bad-schedule': 'error',
  'never-opens': 'error',
  'unknown-field': 'warning',
  'unknown-word': 'warning',
  'dangling-ref': 'warning',
  'bad-ref': 'warning',
  misplaced: 'warning',
  'missing-parent': 'warning',
  cycle: 'warning',
  'parts-left-out': 'warning',
  'empty-section': 'hint',
  'missing-target': 'hint',
  'schema-older': 'hint',
  'past-cadence': 'hint',
  'item-newer-than-document': 'hint',
  'end-of-life': 'hint',
  'no-date': 'hint',
  'section-missing': 'hint',
};

export function severityOf(code: ProblemCode): Severity {
  return SEVERITY[code];
}

/** `environments[production].url: "x" is not an address. Write …`, with the line in front where it is known. */
export function problemText(problem: Problem): string {
  const place = problem.path ? `${problem.path}: ` : '';
  const line = problem.line === undefined ? '' : `line ${problem.line}: `;
  return `${line}${place}${problem.message}${problem.fix ? `. ${problem.fix}` : ''}`;
}
