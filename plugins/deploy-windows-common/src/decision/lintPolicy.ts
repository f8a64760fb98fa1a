import {
  lintWindow,
  sourcesOf,
  rangeAfter,
  type DeployWindow,
  type WindowLintCode,
} from '../schedule';
import { DAY, HOUR, type Instant } from '../time';
import type { DecisionInput } from './input';
import { lookUntil, planOf } from './plan';
import { timeline, type Segment } from './timeline';

export type PolicyLintCode =
  | WindowLintCode
  | 'ALWAYS_OPEN'
  | 'LOW_AVAILABILITY'
  | 'LONG_CLOSED'
  | 'SHORTER_THAN_DEPLOY'
  | 'BUSY_HOURS_OPEN'
  | 'SAME_ID'
  | 'NO_EXPLICIT_DEFAULT';

export interface PolicyLint {
  readonly code: PolicyLintCode;
  /** The window it is about; absent: the policy as a whole. */
  readonly window?: string;
  readonly text: string;
  readonly at?: Instant;
}

export interface LintOptions {
  /** Milliseconds that must be open in each stretch of `per`. */
  readonly minimumOpen: number;
  readonly per: number;
  /** Milliseconds: what people expect between two deploys. */
  readonly cadence?: number;
  /** Times of heavy use. They inform, and should lie in a freeze. */
  readonly busyHours: readonly DeployWindow[];
}

export const USUAL_LINT: LintOptions = { minimumOpen: 48 * HOUR, per: 32 * DAY, busyHours: [] };

/** What somebody should look at before it surprises a pipeline. Windows only; no lock, limit or readiness. */
export function lintPolicy(
  input: DecisionInput,
  now: Instant,
  options: LintOptions = USUAL_LINT,
): readonly PolicyLint[] {
  const { policy, tables } = input.policy;
  const end = lookUntil(input, now);
  const segments = timeline(input, now, end);
  return [
    ...policy.windows.flatMap(window => lintWindow(window, tables, now)),
    ...availabilityLint(segments, now, end, options),
    ...openingLint(segments, input),
    ...sameIdLint(policy.windows),
    ...busyLint(segments, options.busyHours, input, now),
    ...(policy.target.stage === 'production' && policy.openByDefault.level === 'configuration'
      ? [{ code: 'NO_EXPLICIT_DEFAULT' as const, text: 'production should say openByDefault' }]
      : []),
  ];
}

function availabilityLint(
  segments: readonly Segment[],
  now: Instant,
  end: Instant,
  { minimumOpen, per, cadence }: LintOptions,
): readonly PolicyLint[] {
  const open = segments.filter(({ state }) => state === 'open');
  if (open.length === 0)
    return [{ code: 'NEVER_OPENS', text: 'no start is possible before the horizon' }];
  if (segments.every(({ state }) => state === 'open')) {
    return [{ code: 'ALWAYS_OPEN', text: 'nothing ever holds a start' }];
  }
  const found: PolicyLint[] = [];
  // The least open stretch begins where a segment begins.
  for (const { start } of segments) {
    if (start + per > end) break;
    if (openTime(open, start, start + per) >= minimumOpen) continue;
    const hours = Math.round(minimumOpen / HOUR);
    const days = Math.round(per / DAY);
    const text = `open for less than ${hours} hours in ${days} days`;
    found.push({ code: 'LOW_AVAILABILITY', text, at: Math.max(now, start) });
    break;
  }
  if (cadence === undefined) return found;
  let closedSince = now;
  for (const { start, end: openEnd } of open) {
    if (start - closedSince > cadence) {
      found.push({
        code: 'LONG_CLOSED',
        text: 'closed for longer than deploys should wait',
        at: closedSince,
      });
      break;
    }
    closedSince = openEnd;
  }
  return found;
}

function openTime(open: readonly Segment[], start: Instant, end: Instant): number {
  let total = 0;
  for (const segment of open) {
    total += Math.max(0, Math.min(end, segment.end) - Math.max(start, segment.start));
  }
  return total;
}

function openingLint(segments: readonly Segment[], input: DecisionInput): readonly PolicyLint[] {
  const { duration } = planOf(input).fit;
  if (duration === undefined) return [];
  const tight = segments
    .slice(1, -1)
    .find(({ state, start, end }) => state === 'open' && end - start < 2 * duration);
  if (!tight) return [];
  return [
    {
      code: 'SHORTER_THAN_DEPLOY',
      text: 'an opening is shorter than two deploys',
      at: tight.start,
    },
  ];
}

function sameIdLint(windows: readonly DeployWindow[]): readonly PolicyLint[] {
  const seen = new Map<string, string>();
  const found: PolicyLint[] = [];
  for (const { key, level, origin } of windows) {
    if (origin !== 'catalog') continue;
    const id = key.slice(level.length + 1);
    const other = seen.get(id);
    seen.set(id, level);
    if (other === undefined || other === level) continue;
    const text = `${other} has a window with this id too; both hold`;
    found.push({ code: 'SAME_ID', window: key, text });
  }
  return found;
}

function busyLint(
  segments: readonly Segment[],
  busyHours: readonly DeployWindow[],
  { policy }: DecisionInput,
  now: Instant,
): readonly PolicyLint[] {
  return busyHours.flatMap((window): readonly PolicyLint[] => {
    const sources = sourcesOf(window, policy.tables);
    if (!sources.ok) return [];
    const ranges = sources.value.flatMap(source => rangeAfter(source, now) ?? []);
    const open = ranges.find(range =>
      segments.some(
        ({ state, start, end }) => state === 'open' && start < range.end && end > range.start,
      ),
    );
    if (!open) return [];
    return [
      {
        code: 'BUSY_HOURS_OPEN',
        window: window.key,
        text: 'deploys may start in these busy hours; a freeze would hold them',
        at: Math.max(now, open.start),
      },
    ];
  });
}
