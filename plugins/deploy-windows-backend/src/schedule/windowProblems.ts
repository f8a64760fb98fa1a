import type { WindowWish } from 'backstage-plugin-deploy-windows-common';
import {
  rangeAfter,
  readScope,
  sourcesOf,
  zoneProblem,
  type DeployWindow,
  type Instant,
  type Tables,
  type WindowProblemCode,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { fieldProblem, type FieldProblem } from './fieldProblems';

/** What is wrong with a window that people want to add: all of it at once, since nothing unreadable is stored on purpose. */
export function windowProblems(
  wish: WindowWish,
  window: DeployWindow,
  tables: Tables,
  now: Instant,
): readonly FieldProblem[] {
  return [
    ...zoneProblems(window),
    ...scheduleProblems(window, tables),
    ...endProblems(wish, window, now),
    ...scopeProblems(window),
  ];
}

function zoneProblems({ timeZone }: DeployWindow): readonly FieldProblem[] {
  const code = timeZone === undefined ? undefined : zoneProblem(timeZone);
  if (code === undefined) return [];
  return [
    fieldProblem(
      code,
      'timeZone',
      `"${timeZone}" is no IANA zone that is known here; write one such as America/Chicago`,
    ),
  ];
}

const FIELD_OF: Partial<Readonly<Record<WindowProblemCode, string>>> = {
  ZONE_MISSING: 'timeZone',
  ZONE_DATA_MISSING: 'timeZone',
  HOLIDAYS_MISSING: 'holidays.set',
  FEED_MISSING: 'schedule.feed',
  BAD_RULE: 'schedule.rule',
};
const ZONE_CODES: readonly string[] = [
  'OFFSET_NOT_ALLOWED',
  'ABBREVIATION_NOT_ALLOWED',
  'UNKNOWN_ZONE',
];

function scheduleProblems(window: DeployWindow, tables: Tables): readonly FieldProblem[] {
  const { expiresAt: _, ...uncut } = window;
  const sources = sourcesOf(uncut, tables);
  // A wrong zone is said already, with what to write instead.
  if (sources.ok || ZONE_CODES.includes(sources.problem.code)) return [];
  const { code, message } = sources.problem;
  return [fieldProblem(code, FIELD_OF[code] ?? 'schedule', message)];
}

function endProblems(
  { kind, schedule }: WindowWish,
  { expiresAt, reviewAt }: DeployWindow,
  now: Instant,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (
    kind === 'freeze' &&
    expiresAt === undefined &&
    reviewAt === undefined &&
    schedule.type !== 'once'
  ) {
    problems.push(
      fieldProblem(
        'FREEZE_NEEDS_END',
        'expiresAt',
        'a freeze needs an end (expiresAt), or a day on which it is looked at again (reviewAt)',
      ),
    );
  }
  if (expiresAt !== undefined && expiresAt <= now)
    problems.push(fieldProblem('END_NOT_AFTER_START', 'expiresAt', 'is over already'));
  if (reviewAt !== undefined && reviewAt <= now)
    problems.push(fieldProblem('OUT_OF_RANGE', 'reviewAt', 'is over already'));
  return problems;
}

function scopeProblems({ scope }: DeployWindow): readonly FieldProblem[] {
  if (scope === undefined) return [];
  const read = readScope(scope);
  return read.ok
    ? []
    : [
        fieldProblem(
          'UNKNOWN_OPERATOR',
          'scope',
          'this is no filter over entities that is understood here',
        ),
      ];
}

// The zone data may still change; what only tidies can wait that long.
const SOME_TIME = 26 * 60 * 60 * 1000;

/** When a one-off schedule is over for good; undefined for any other. */
export function overAt(window: DeployWindow, tables: Tables): Instant | undefined {
  if (window.schedule?.type !== 'once') return undefined;
  const sources = sourcesOf(window, tables);
  const range =
    sources.ok && sources.value[0] ? rangeAfter(sources.value[0], -Infinity) : undefined;
  return range && range.end + SOME_TIME;
}
