import { quote } from '../reader/words';
import type { DeclaredWindow, Schedule } from '../sections';
import { valuesAt } from '../valuesAt';
import type { Finding, LintContext } from './lintContext';

const WINDOWS = [
  'deployPolicy.windows[]',
  'deployPolicy.freezes[]',
  'environments[].deploy.windows[]',
  'environments[].deploy.freezes[]',
  'environments[].deploy.busyHours[]',
  'defaults.environments[].deploy.windows[]',
  'defaults.environments[].deploy.freezes[]',
  'defaults.environments[].deploy.busyHours[]',
];
const ZONES = [
  'deployPolicy.timeZone',
  'deployPolicy.audiences[].timeZone',
  ...WINDOWS.map(list => `${list}.timeZone`),
];

/** Windows without a zone, freezes without an end, zones nobody knows. */
export function lintWindows(context: LintContext): readonly Finding[] {
  const found: Finding[] = [];
  const defaultZone =
    context.document.deployPolicy?.timeZone ?? context.within.deployPolicy?.timeZone;
  for (const list of WINDOWS) {
    for (const { path, value } of valuesAt(context.document, list)) {
      const window = value as DeclaredWindow;
      // What cannot be read was listed on reading; what is not needed needs nothing.
      if (window.unreadable !== undefined || window.notNeeded !== undefined) continue;
      if (
        needsZone(window.schedule) &&
        window.timeZone === undefined &&
        defaultZone === undefined
      ) {
        found.push([
          'window-incomplete',
          path,
          'no time zone. Nothing is assumed',
          'Write timeZone here or in deployPolicy, such as America/Chicago',
        ]);
      }
      if (
        window.kind === 'freeze' &&
        window.schedule &&
        !ends(window.schedule) &&
        window.reviewAt === undefined
      ) {
        found.push([
          'freeze-without-end',
          path,
          'a freeze without an end',
          'Write validUntil, or reviewAt: the day it is looked at again',
        ]);
      }
    }
  }
  return [...found, ...lintZones(context)];
}

function lintZones({ document, options }: LintContext): readonly Finding[] {
  const { isTimeZone } = options;
  if (!isTimeZone) return [];
  return ZONES.flatMap(list =>
    valuesAt(document, list).flatMap(({ path, value }): Finding[] =>
      typeof value === 'string' && !isTimeZone(value)
        ? [
            [
              'bad-zone',
              path,
              `${quote(value)} is not an IANA zone`,
              'Write one such as America/Chicago',
            ],
          ]
        : [],
    ),
  );
}

function needsZone(schedule: Schedule | undefined): boolean {
  return schedule !== undefined && schedule.type !== 'always' && schedule.type !== 'feed';
}

function ends(schedule: Schedule): boolean {
  switch (schedule.type) {
    case 'once':
    case 'dates':
      return true;
    case 'feed':
      // Each event of a feed has an end of its own.
      return true;
    case 'always':
      return false;
    case 'rrule':
      return schedule.validUntil !== undefined || /(?:^|;)(?:UNTIL|COUNT)=/.test(schedule.rule);
    case undefined:
    case 'weekly':
    case 'monthly':
    case 'yearly':
      return schedule.validUntil !== undefined;
    default:
      throw new Error(schedule satisfies never);
  }
}
