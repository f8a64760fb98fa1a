/** What a check is worth, worst first, as rows are sorted. */
export const STATUSES = [
  'fail',
  'expired',
  'error',
  'unknown',
  'waived',
  'pass',
  'not-applicable',
] as const;
export type Status = (typeof STATUSES)[number];

/** What a subject is, worst first. */
export const VERDICTS = ['not-ready', 'not-assessed', 'ready-with-waivers', 'ready'] as const;
export type VerdictWord = (typeof VERDICTS)[number];
