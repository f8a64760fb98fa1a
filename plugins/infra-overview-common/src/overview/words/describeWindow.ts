import { describeParties, describeParty } from './describeParty';
import { describeDate } from './describeDate';
import { describeScheduleFields, type ScheduleFields } from './describeSchedule';
import { capitalised, counted, inWords, present } from './sentence';
import { wordLabel } from './wordLabels';

/** What the words need of a declared window. */
export interface WindowWords {
  readonly id: string;
  readonly kind?: string | undefined;
  readonly title?: string | undefined;
  readonly reason?: string | undefined;
  readonly owner?: string | undefined;
  readonly schedule?: ScheduleFields | undefined;
  readonly timeZone?: string | undefined;
  readonly audience?: string | undefined;
  readonly changeTypes?: readonly string[] | undefined;
  readonly holidays?:
    | {
        readonly set: string;
        readonly on: string;
        readonly before?: number | undefined;
        readonly after?: number | undefined;
      }
    | undefined;
  readonly hard?: boolean | undefined;
  readonly overridableBy?: readonly string[] | undefined;
  readonly reviewAt?: string | undefined;
}

/** 'Tuesdays 09:00–10:00, America/Chicago'. `policyZone` is the zone of the deploy policy, used where the window names none. */
export function describeSchedule(window: WindowWords, policyZone?: string): string {
  if (window.schedule === undefined) return 'schedule not stated';
  const words = capitalised(describeScheduleFields(window.schedule));
  if (window.schedule.type === 'always' || window.schedule.type === 'feed') return words;
  return `${words}, ${window.timeZone ?? policyZone ?? 'time zone not stated'}`;
}

/** One line that says everything: what it is, when, for whom, and who may set it aside. */
export function describeWindow(window: WindowWords, policyZone?: string): string {
  const { holidays, changeTypes = [], overridableBy = [] } = window;
  const name =
    window.title ?? (window.kind === undefined ? 'kind not stated' : wordLabel(window.kind));
  return present([
    `${capitalised(name)}: ${describeSchedule(window, policyZone)}`,
    window.title !== undefined && window.kind !== undefined && wordLabel(window.kind),
    window.audience !== undefined && `for ${window.audience}`,
    changeTypes.length > 0 && `for ${inWords(changeTypes)} only`,
    holidays !== undefined && describeHolidays(holidays),
    window.hard === true && 'cannot be overridden except by the people named',
    overridableBy.length > 0 && `may be overridden by ${describeParties(overridableBy)}`,
    window.owner !== undefined && `kept by ${describeParty(window.owner)}`,
    window.reviewAt !== undefined && `to be looked at again on ${describeDate(window.reviewAt)}`,
    window.reason !== undefined && `reason: ${window.reason}`,
  ]).join('; ');
}

function describeHolidays({
  set,
  on,
  before,
  after,
}: NonNullable<WindowWords['holidays']>): string {
  const around = present([
    before !== undefined && before > 0 && `${counted(before, 'day')} before`,
    after !== undefined && after > 0 && `${counted(after, 'day')} after`,
  ]);
  const days = `holidays of ${set}${around.length > 0 ? ` and ${inWords(around)}` : ''}`;
  if (on === 'skip') return `not on ${days}`;
  if (on === 'shiftNext') return `on the next day instead of ${days}`;
  return on === 'only' ? `only on ${days}` : `${on} ${days}`;
}
