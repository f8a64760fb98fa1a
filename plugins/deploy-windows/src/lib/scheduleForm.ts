import type { WindowWishText } from 'backstage-plugin-deploy-windows-common';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A schedule while it is being written: texts as the fields hold them. */
export interface ScheduleForm {
  readonly type: 'once' | 'weekly' | 'monthly' | 'rrule';
  /** Wall clock of the window's zone, such as `2026-12-21T00:00`. */
  readonly start: string;
  readonly end: string;
  readonly days: readonly Weekday[];
  readonly nth: '1' | '2' | '3' | '4' | 'last';
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly firstDate: string;
}

/** One stretch of four hours, and Tuesdays from nine to ten for those who choose a pattern. */
export function newScheduleForm(start: string, end: string): ScheduleForm {
  return {
    type: 'once',
    start,
    end,
    days: ['tue'],
    nth: '1',
    weekday: 'tue',
    from: '09:00',
    to: '10:00',
    rule: 'FREQ=MONTHLY;BYDAY=2TU',
    firstDate: start.slice(0, 10),
  };
}

/** The schedule as it is sent; what is still missing is a text. */
export function scheduleOf(form: ScheduleForm): WindowWishText['schedule'] | string {
  const clock = { from: form.from, to: form.to };
  const noClock = form.from === '' || form.to === '' ? 'Say from when and to when' : undefined;
  switch (form.type) {
    case 'once':
      if (form.start === '' || form.end === '') return 'Say when it starts and ends';
      if (form.end <= form.start) return 'It must end after it starts';
      return { type: 'once', start: form.start, end: form.end };
    case 'weekly':
      if (form.days.length === 0) return 'Choose the days';
      return (
        noClock ?? {
          type: 'weekly',
          days: WEEKDAYS.filter(day => form.days.includes(day)),
          ...clock,
        }
      );
    case 'monthly': {
      const nth = form.nth === 'last' ? 'last' : (Number(form.nth) as 1 | 2 | 3 | 4);
      return noClock ?? { type: 'monthly', on: { nth, weekday: form.weekday }, ...clock };
    }
    case 'rrule':
      if (form.rule.trim() === '' || form.firstDate === '')
        return 'Write the rule and the day it counts from';
      return (
        noClock ?? { type: 'rrule', rule: form.rule.trim(), firstDate: form.firstDate, ...clock }
      );
    default:
      throw new Error(form.type satisfies never);
  }
}
