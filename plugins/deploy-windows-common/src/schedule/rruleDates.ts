// RFC 5545 recurrence rules, dates only: the time of day comes from the clock of the schedule, the zone from the window.
import { RRuleTemporal } from 'rrule-temporal';
import { DAY, localDateText, type LocalDate } from '../time';
import { resolved, unresolved, type Resolved } from './problem';

const FREQUENCY = /(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)/;
const TIME_PART = /(?:^|;)BY(?:HOUR|MINUTE|SECOND)=/;
const FORM = /^[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*$/;
const COUNT = /(?:^|;)COUNT=(\d+)(?:;|$)/;
const LONGEST_RULE = 500;
const MOST_COUNT = 5000;
const MOST_DATES = 2000;
// A rule that finds no day in so many periods (30 February) has none.
const MOST_PERIODS = 20_000;

/** The days of a rule from `first` to `last`, sorted. Nothing here runs without an end, whatever the rule says. */
export function rruleDates(
  rule: string,
  firstDate: LocalDate,
  first: LocalDate,
  last: LocalDate,
): Resolved<readonly LocalDate[]> {
  if (rule.length > LONGEST_RULE || !FORM.test(rule)) {
    return unresolved('BAD_RULE', 'this is not a recurrence rule');
  }
  if (!FREQUENCY.test(rule) || TIME_PART.test(rule)) {
    return unresolved('BAD_RULE', 'a rule names days only: DAILY, WEEKLY, MONTHLY or YEARLY');
  }
  if (Number(COUNT.exec(rule)?.[1] ?? 0) > MOST_COUNT) {
    return unresolved('TOO_MANY', `a rule counts to ${MOST_COUNT} at most`);
  }
  const dates = expand(rule, firstDate, Math.max(first, firstDate), last);
  if (dates === undefined) return unresolved('BAD_RULE', 'this recurrence rule cannot be read');
  if (dates.length > MOST_DATES) {
    return unresolved('TOO_MANY', `a rule has ${MOST_DATES} days at most`);
  }
  return resolved(dates);
}

function expand(rule: string, firstDate: LocalDate, first: LocalDate, last: LocalDate) {
  if (last < first) return [];
  try {
    const recurrence = new RRuleTemporal({
      rruleString: `DTSTART:${localDateText(firstDate).replaceAll('-', '')}T000000Z\nRRULE:${rule}`,
      maxIterations: MOST_PERIODS,
    });
    const found = recurrence.between(new Date(first * DAY), new Date(last * DAY), true);
    return [...new Set(found.map(({ epochMilliseconds }) => epochMilliseconds / DAY))].sort(
      (a, b) => a - b,
    );
  } catch {
    return undefined;
  }
}
