/** Entity that defines it, slash, id: `system:default/noipm/ipm`. */
export type AudienceKey = string;

/** Who is told before a start outside their agreed times. */
export interface Audience {
  readonly key: AudienceKey;
  readonly id: string;
  readonly title: string;
  /** `PT24H`, or `2bd` for business days. */
  readonly lead: string;
  readonly contacts: readonly string[];
  readonly require: 'any' | 'all';
  /** For business days. */
  readonly timeZone?: string;
  readonly holidays?: string;
}
