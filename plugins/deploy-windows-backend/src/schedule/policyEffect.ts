import {
  lintPolicy,
  timeline,
  type DecisionInput,
  type Instant,
  type LintOptions,
  type PolicyLintCode,
  type Segment,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** What a window changes for one target. */
export interface PolicyEffect {
  /** Some start that was possible no longer is. */
  readonly closes: boolean;
  /** Some gate is closed or open at another time than before, even where another one is closed anyway. */
  readonly changes: boolean;
  readonly lint: readonly { readonly code: PolicyLintCode; readonly text: string }[];
}

const ABOUT_THE_WHOLE: readonly PolicyLintCode[] = [
  'NEVER_OPENS',
  'LOW_AVAILABILITY',
  'LONG_CLOSED',
  'SHORTER_THAN_DEPLOY',
];

export function policyEffect(
  before: DecisionInput,
  after: DecisionInput,
  now: Instant,
  options: LintOptions,
): PolicyEffect {
  const end = now + after.stamp.horizon;
  const [was, is] = [timeline(before, now, end), timeline(after, now, end)];
  const known = new Set(wholeLint(before, now, options).map(({ code }) => code));
  return {
    closes: !coversAll(openRanges(is), openRanges(was)),
    changes: JSON.stringify(was) !== JSON.stringify(is),
    lint: wholeLint(after, now, options).filter(({ code }) => !known.has(code)),
  };
}

function wholeLint(input: DecisionInput, now: Instant, options: LintOptions) {
  return lintPolicy(input, now, options).filter(
    ({ code, window }) => window === undefined && ABOUT_THE_WHOLE.includes(code),
  );
}

interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
}

function openRanges(segments: readonly Segment[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const { state, start, end } of segments) {
    if (state !== 'open') continue;
    const last = merged.at(-1);
    if (last?.end === start) merged[merged.length - 1] = { start: last.start, end };
    else merged.push({ start, end });
  }
  return merged;
}

/** Whether each of the parts lies within one of the whole; both are sorted and merged. */
function coversAll(whole: readonly Stretch[], parts: readonly Stretch[]): boolean {
  let index = 0;
  for (const part of parts) {
    while (index < whole.length && (whole[index] as Stretch).end <= part.start) index += 1;
    const holder = whole[index];
    if (holder === undefined || holder.start > part.start || holder.end < part.end) return false;
  }
  return true;
}
