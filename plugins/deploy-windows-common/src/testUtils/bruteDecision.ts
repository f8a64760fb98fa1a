// A second opinion on decisions: one truth value a minute for each window, then plain questions. Like the oracle of
// occurrences it imports nothing from the code it judges.
import {
  bruteElapsed,
  bruteOccurrence,
  bruteOpensOn,
  type BruteDays,
  type MinuteClock,
  type MinuteRange,
} from './bruteForce';

const DAY = 24 * 60;

/** A window in the words of the document. */
export interface BruteWindow {
  readonly kind: 'allow' | 'freeze' | 'notice';
  readonly level: string;
  /** An ad-hoc allow joins its level and never constrains it. */
  readonly isDeclared: boolean;
  readonly timeZone: string;
  readonly audience?: string;
  readonly days: BruteDays;
  readonly from: string;
  readonly to?: string;
  readonly toDayOffset?: number;
  readonly elapsedMinutes?: number;
  /** Exemptions from a freeze. */
  readonly except: readonly MinuteRange[];
}

export interface BrutePolicy {
  readonly windows: readonly BruteWindow[];
  readonly openByDefault: boolean;
  /** Announced ranges whose lead is already counted in. */
  readonly told: readonly (MinuteRange & { readonly audience: string })[];
  readonly leadMinutes: number;
  readonly durationMinutes: number;
}

/** A stretch of minutes since 1970 that is looked at, and what the clocks read in it. */
export interface BruteWorld {
  readonly clocks: ReadonlyMap<string, MinuteClock>;
  readonly first: number;
  readonly length: number;
}

export interface BruteDecision {
  readonly outcome: 'allowed' | 'blocked';
  readonly codes: readonly string[];
  readonly nextOpen: number | undefined;
  readonly nextClose: number | undefined;
  readonly nextIfNotifiedNow: number | undefined;
}

type Minutes = Uint8Array;

/** Everything that does not depend on when somebody asks. */
export interface BruteState {
  readonly frozen: Minutes;
  /** Undefined where no level constrains. */
  readonly allowed: Minutes | undefined;
  readonly adHoc: Minutes;
  readonly free: ReadonlyMap<string, Minutes>;
}

export function bruteState(policy: BrutePolicy, world: BruteWorld): BruteState {
  const none = () => new Uint8Array(world.length);
  const frozen = none();
  const adHoc = none();
  const levels = new Map<string, Minutes>();
  const free = new Map<string, Minutes>();
  for (const window of policy.windows) {
    if (window.kind === 'freeze') {
      const own = none();
      mark(own, window, world);
      for (const range of window.except) fill(own, range, world, 0);
      for (let minute = 0; minute < own.length; minute += 1) frozen[minute]! |= own[minute]!;
    }
    if (window.kind === 'allow') {
      if (window.isDeclared && !levels.has(window.level)) levels.set(window.level, none());
      if (!window.isDeclared) mark(adHoc, window, world);
    }
    if (window.kind === 'notice') {
      const audience = window.audience ?? '';
      if (!free.has(audience)) free.set(audience, none());
      mark(free.get(audience)!, window, world);
    }
  }
  for (const window of policy.windows) {
    const level = levels.get(window.level);
    if (window.kind === 'allow' && level) mark(level, window, world);
  }
  for (const told of policy.told) {
    const minutes = free.get(told.audience);
    if (minutes) fill(minutes, told, world, 1);
  }
  const allowed = levels.size > 0 ? none().fill(1) : undefined;
  for (const level of levels.values()) {
    for (let minute = 0; minute < level.length; minute += 1) allowed![minute]! &= level[minute]!;
  }
  return { frozen, allowed, adHoc, free };
}

/** What the answer at a minute is; nothing is looked for at `limit` or later. */
export function bruteDecide(
  policy: BrutePolicy,
  state: BruteState,
  world: BruteWorld,
  at: number,
  limit: number,
): BruteDecision {
  const isAllowed = (minute: number) =>
    state.allowed
      ? state.allowed[minute - world.first] === 1
      : policy.openByDefault || state.adHoc[minute - world.first] === 1;
  const isFrozen = (minute: number) => state.frozen[minute - world.first] === 1;
  const isFree = (minute: number) =>
    [...state.free.values()].every(minutes => minutes[minute - world.first] === 1);
  const isOpen = (minute: number) => isAllowed(minute) && !isFrozen(minute) && isFree(minute);
  const isOpenIfTold = (minute: number) =>
    isAllowed(minute) && !isFrozen(minute) && (isFree(minute) || minute >= at + policy.leadMinutes);

  const codes: string[] = [];
  if (isFrozen(at)) codes.push('FREEZE_ACTIVE');
  if (!isAllowed(at)) codes.push(state.allowed ? 'OUTSIDE_ALLOW' : 'CLOSED_BY_DEFAULT');
  if (!isFree(at)) codes.push('NOTICE');
  if (codes.length === 0 && !fits(isOpen, at, policy.durationMinutes)) codes.push('WOULD_NOT_FIT');

  const nextOpen = firstFit(isOpen, at, limit, policy.durationMinutes);
  const nextIfTold = firstFit(isOpenIfTold, at, limit, policy.durationMinutes);
  const isWorthTelling = nextIfTold !== undefined && nextIfTold < (nextOpen ?? Infinity);
  return {
    outcome: codes.length === 0 ? 'allowed' : 'blocked',
    codes,
    nextOpen,
    nextClose: nextOpen === undefined ? undefined : firstClosed(isOpen, nextOpen, limit),
    nextIfNotifiedNow: isWorthTelling ? nextIfTold : undefined,
  };
}

type Question = (minute: number) => boolean;

function fits(isOpen: Question, at: number, duration: number): boolean {
  for (let minute = at; minute < at + Math.max(1, duration); minute += 1) {
    if (!isOpen(minute)) return false;
  }
  return true;
}

function firstFit(isOpen: Question, at: number, limit: number, duration: number) {
  for (let minute = at; minute < limit; minute += 1) {
    if (isOpen(minute) && fits(isOpen, minute, duration)) return minute;
  }
  return undefined;
}

function firstClosed(isOpen: Question, start: number, limit: number): number | undefined {
  for (let minute = start; minute <= limit; minute += 1) if (!isOpen(minute)) return minute;
  return undefined;
}

function mark(minutes: Minutes, window: BruteWindow, world: BruteWorld): void {
  const clock = world.clocks.get(window.timeZone)!;
  const [from, to] = [minutesOf(window.from), minutesOf(window.to ?? '00:00')];
  const offset = window.toDayOffset ?? (to < from ? 1 : 0);
  const last = Math.ceil((world.first + world.length) / DAY) + 1;
  for (let day = Math.floor(world.first / DAY) - 4; day <= last; day += 1) {
    if (!bruteOpensOn(window.days, day)) continue;
    const start = day * DAY + from;
    const range =
      window.elapsedMinutes === undefined
        ? bruteOccurrence(clock, start, (day + offset) * DAY + to, window.kind === 'freeze')
        : bruteElapsed(clock, start, window.elapsedMinutes);
    if (range) fill(minutes, range, world, 1);
  }
}

function fill(
  minutes: Minutes,
  { start, end }: MinuteRange,
  world: BruteWorld,
  value: 0 | 1,
): void {
  const last = Math.min(end, world.first + world.length);
  for (let minute = Math.max(start, world.first); minute < last; minute += 1) {
    minutes[minute - world.first] = value;
  }
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}
