import type { ReadingHint } from '../fields';
import { fieldPath } from '../factPath';
import type { ProblemCode } from '../problem';
import type { Schedule } from '../sections';
import { inField, type Lost, type Place } from './place';
import { scheduleProblem } from './scheduleProblem';

// Losing one of these changes when or what a window governs.
const GOVERNING = new Set([
  'kind',
  'schedule',
  'timeZone',
  'scope',
  'environments',
  'stages',
  'changeTypes',
  'holidays',
  'hard',
]);

/** Marks a window that lost a field it is governed by. */
export function markUnreadable(
  window: Record<string, unknown>,
  lost: readonly Lost[],
  path: string,
): void {
  for (const { path: lostPath, message } of lost) {
    const relative = lostPath.slice(path.length + 1);
    const [field = ''] = relative.split(/[.[]/, 1);
    if (GOVERNING.has(field)) {
      window.unreadable = `${relative}: ${message}`;
      return;
    }
  }
}

/** Looks at the window as a whole: what is missing, and what contradicts itself. */
export function finishWindow(
  window: Record<string, unknown>,
  list: NonNullable<ReadingHint['windows']>,
  place: Place,
): Record<string, unknown> {
  // A refusal of an inherited window needs neither kind nor schedule.
  if (window.notNeeded !== undefined) return window;
  const result = { ...window };
  const trouble = (code: ProblemCode, field: string, message: string, fix: string) => {
    place.reading.report(code, field ? fieldPath(place.path, field) : place.path, message, fix);
    result.unreadable ??= field ? `${field}: ${message}` : message;
  };
  if (list === 'freezes') {
    if (window.kind !== undefined && window.kind !== 'freeze') {
      trouble(
        'unknown-word',
        'kind',
        `${window.kind} stands among the freezes`,
        'Write freeze, or move it to windows',
      );
      place.reading.lose(fieldPath(place.path, 'kind'), window.kind);
    }
    result.kind = 'freeze';
  }
  if (list === 'windows' && window.kind === undefined && window.unreadable === undefined) {
    trouble(
      'window-incomplete',
      '',
      'no kind. Nothing is assumed',
      'Write kind: allow, freeze or notice',
    );
  }
  if (window.schedule === undefined) {
    if (window.unreadable === undefined)
      trouble('window-incomplete', '', 'no schedule. Nothing is assumed', 'Write schedule');
    return result;
  }
  const problem = scheduleProblem(window.schedule as Schedule);
  if (problem) {
    const at = inField(place, 'schedule').path;
    place.reading.report(
      problem.code,
      problem.field ? fieldPath(at, problem.field) : at,
      problem.message,
      problem.fix,
    );
    result.unreadable ??= `schedule: ${problem.message}`;
  }
  return result;
}
