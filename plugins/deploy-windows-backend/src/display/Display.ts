import type { Instant } from 'backstage-plugin-deploy-windows-common';

/** How times are written for a reader: one zone, one language. */
export interface Display {
  readonly zone: string;
  readonly locale: string;
  /** `Tue 1 Dec, 09:00`; the year is added when it is not that of `now`. */
  instant(at: Instant): string;
  /** `Tue 1 Dec, 09:00–10:00`, or both dates where it crosses midnight. */
  range(start: Instant, end: Instant | undefined): string;
  /** `Tue 24 Nov`. */
  day(at: Instant): string;
  /** `09:00`. */
  time(at: Instant): string;
}
