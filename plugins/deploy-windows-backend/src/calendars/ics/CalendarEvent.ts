import type { LocalDate, WallClock } from 'backstage-plugin-deploy-windows-common/evaluator';

/** A time as a calendar writes it. It becomes an instant later, by the rule of the evaluator. */
export type CalendarTime =
  | { readonly type: 'day'; readonly date: LocalDate }
  /** Without a zone: whatever the clock of the reader shows. */
  | { readonly type: 'floating'; readonly clock: WallClock }
  | { readonly type: 'zoned'; readonly clock: WallClock; readonly zone: string };

/** Nominal: until the clock reads as much more. Exact: so many milliseconds after the start. */
export type EventLength = { readonly nominal: number } | { readonly exact: number };

/** One VEVENT, with all that says when it is. */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly start: CalendarTime;
  readonly length: EventLength;
  /** RRULE, days only. */
  readonly rule?: { readonly text: string; readonly until?: CalendarTime };
  /** RDATE. */
  readonly also: readonly CalendarTime[];
  /** EXDATE. */
  readonly except: readonly CalendarTime[];
  /** RECURRENCE-ID: the occurrence of the master event that it stands for. */
  readonly replaces?: CalendarTime;
  readonly isCancelled: boolean;
  /** Of several versions the highest counts. */
  readonly sequence: number;
}
