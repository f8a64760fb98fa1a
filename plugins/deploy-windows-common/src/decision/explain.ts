import {
  exemptRanges,
  gatesChangeType,
  rangeAfter,
  type LevelKey,
  type Source,
  type WindowKey,
  type WindowKind,
} from '../schedule';
import { contains, firstEndingAfter, merge, type Instant } from '../time';
import type { CompiledWindow } from './compile';
import { decideBy } from './decide';
import type { Decision } from './decision';
import type { DecisionInput } from './input';
import { overrideRange, setsAside } from './override';
import { planOf, type Plan } from './plan';
import { freezeRule, type RuleKey } from './rule';

/** A decision with every window that was considered, each once. */
export type Explanation = Decision & { readonly steps: readonly Step[] };

export interface Step {
  readonly order: number;
  readonly window: WindowKey;
  readonly level: LevelKey;
  readonly kind: WindowKind;
  readonly title: string;
  /** The gate it is part of, where it governs. */
  readonly rule?: RuleKey;
  readonly governs: boolean;
  readonly whyNot?: 'environment' | 'stage' | 'scope' | 'change-type';
  /** By its schedule alone. */
  readonly active: boolean;
  /** The occurrence that is active. */
  readonly start?: Instant;
  readonly end?: Instant;
  readonly nextStart?: Instant;
  readonly effect: StepEffect;
  /** Why it cannot be resolved. */
  readonly problem?: string;
}

export type StepEffect =
  | 'none'
  | 'holds'
  | 'lets-through'
  | 'constrains'
  | 'unreadable-holds'
  | 'unreadable-opens-nothing'
  | 'exempted'
  | 'overridden';

export function explain(input: DecisionInput, at: Instant): Explanation {
  const plan = planOf(input);
  const levels = input.policy.policy.levels.map(({ key }) => key);
  const windows = [...input.policy.windows].sort(
    (a, b) => rankOf(levels, a) - rankOf(levels, b) || (a.window.key < b.window.key ? -1 : 1),
  );
  const steps = windows.map((window, order) => stepOf(window, order, input, plan, at));
  return { ...decideBy(input, plan, at), steps };
}

function rankOf(levels: readonly LevelKey[], { window }: CompiledWindow): number {
  const rank = levels.indexOf(window.level);
  return rank < 0 ? levels.length : rank;
}

function stepOf(
  compiled: CompiledWindow,
  order: number,
  input: DecisionInput,
  plan: Plan,
  at: Instant,
): Step {
  const { window, problem } = compiled;
  const whyNot = whyNotGoverning(compiled, input);
  const gate = plan.gates.find(({ windows }) => windows.includes(compiled));
  const times = timesOf(compiled.sources, at);
  return {
    order,
    window: window.key,
    level: window.level,
    kind: window.kind,
    title: window.title,
    ...(gate && { rule: gate.rule }),
    governs: whyNot === undefined,
    ...(whyNot && { whyNot }),
    ...times,
    effect: whyNot ? 'none' : effectOf(compiled, times.active, input, plan, at),
    ...(problem && { problem: problem.message }),
  };
}

function whyNotGoverning(
  { window, governs }: CompiledWindow,
  input: DecisionInput,
): Step['whyNot'] {
  if (!governs.governs) return governs.whyNot;
  return gatesChangeType(window, input.request.changeType) ? undefined : 'change-type';
}

function effectOf(
  { window, problem }: CompiledWindow,
  active: boolean,
  input: DecisionInput,
  { overrides }: Plan,
  at: Instant,
): StepEffect {
  if (window.kind !== 'freeze') {
    if (problem) return 'unreadable-opens-nothing';
    return active ? 'lets-through' : 'constrains';
  }
  if (!active && !problem) return 'none';
  const exempt = exemptRanges(input.exemptions, window.key, input.request.target);
  if (exempt.some(range => contains(range, at))) return 'exempted';
  const isOverridden = overrides.some(
    override =>
      setsAside(override, freezeRule(window.key), window) && contains(overrideRange(override), at),
  );
  if (isOverridden) return 'overridden';
  return problem ? 'unreadable-holds' : 'holds';
}

/** The ranges of a schedule about an instant. Infinite ends are left out. */
function timesOf(
  sources: readonly Source[],
  at: Instant,
): Pick<Step, 'active' | 'start' | 'end' | 'nextStart'> {
  const ranges = sources.flatMap(source => rangeAfter(source, at) ?? []);
  const current = firstEndingAfter(merge(ranges.filter(range => range.start <= at)), at);
  const after = sources.flatMap(source => rangeAfter(source, current?.end ?? at) ?? []);
  const starts = after.map(({ start }) => start).filter(start => start > at);
  const finite = (instant: Instant | undefined) =>
    instant !== undefined && Number.isFinite(instant);
  return {
    active: current !== undefined,
    ...(current && finite(current.start) && { start: current.start }),
    ...(current && finite(current.end) && { end: current.end }),
    ...(starts.length > 0 && { nextStart: Math.min(...starts) }),
  };
}
