import {
  instantText,
  type WindowsFleet,
  type WindowsFleetQuery,
  type WindowsFleetRow,
} from 'backstage-plugin-deploy-windows-common';
import {
  decide,
  describeDecision,
  parseLocalDate,
  stateOf,
  timeline,
  type Decision,
  type TargetKey,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { STAGE_ORDER } from 'backstage-plugin-infra-overview-common';
import { invalid } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { Display } from '../display/Display';
import type { Displays } from '../display/Displays';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Calendar, Calendars } from './Calendars';
import { facetsOf, fits, systemOf } from './fleetFilter';
import type { FleetService } from './FleetService';
import type { LoadedInput } from './InputLoader';
import type { PolicyLints } from './PolicyLints';
import { segmentAnswer } from './segmentAnswer';
import type { World, Worlds } from './Worlds';

export interface DefaultFleetServiceOptions {
  readonly worlds: Worlds;
  readonly displays: Displays;
  readonly calendars: Calendars;
  readonly lints: PolicyLints;
  /** Targets that were lately deployed without a permit. */
  readonly unpermitted: () => Promise<ReadonlySet<TargetKey>>;
}

interface Row {
  readonly target: KnownTarget;
  readonly loaded: LoadedInput;
  readonly decision: Decision;
}

const BREATHE_AFTER = 50;
const MOST_TODAY = 200;

export class DefaultFleetService implements FleetService {
  readonly #options: DefaultFleetServiceOptions;

  constructor(options: DefaultFleetServiceOptions) {
    this.#options = options;
  }

  async fleet(query: WindowsFleetQuery, options: CallOptions): Promise<WindowsFleet> {
    const { worlds, displays, calendars } = this.#options;
    const world = await worlds.open(options);
    const display = displays.of(query);
    const readable = await world.readable(world.directory.targets);
    const rows = await this.#rows(
      readable.filter(target => fits(target, query)),
      world,
      query,
      options,
    );
    const page = pageOf(rows, query);
    const calendar = this.#calendar(query, display, options);
    const answers: WindowsFleetRow[] = [];
    for (const row of page.rows) {
      answers.push(this.#answer(row, calendar, display, options));
      if (answers.length % BREATHE_AFTER === 0) await new Promise(resolve => setImmediate(resolve));
    }
    return {
      zone: display.zone,
      now: instantText(options.now),
      days: [...(calendar?.days ?? [])],
      rows: answers,
      total: rows.length,
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      today: todayOf(rows, calendars.days(options.now, 1, display).range, display),
      facets: facetsOf(readable),
    };
  }

  /** Those of the targets whose state is the wanted one, in the order in which they are shown. */
  async #rows(
    targets: readonly KnownTarget[],
    world: World,
    { state }: WindowsFleetQuery,
    { now, principal }: CallOptions,
  ): Promise<readonly Row[]> {
    const unpermitted = state === 'no-permit' ? await this.#options.unpermitted() : undefined;
    await world.prepare(targets);
    const rows: Row[] = [];
    let count = 0;
    for (const target of [...targets].sort(byPlace)) {
      const loaded = await world.load(
        target,
        { changeType: 'deploy', principal: principal.ref, memberOf: principal.memberOf },
        now,
      );
      const row = { target, loaded, decision: decide(loaded.input, now) };
      if (hasState(row, state, unpermitted, now)) rows.push(row);
      count += 1;
      if (count % BREATHE_AFTER === 0) await new Promise(resolve => setImmediate(resolve));
    }
    return rows;
  }

  #calendar(
    { start, days }: WindowsFleetQuery,
    display: Display,
    { now }: CallOptions,
  ): Calendar | undefined {
    if (days === 0) return undefined;
    const { calendars } = this.#options;
    if (start === undefined) return calendars.days(now, days, display);
    const date = parseLocalDate(start);
    if (date === undefined) throw invalid('NOT_A_DATE', 'start: write a date such as 2026-12-01');
    return calendars.days(
      calendars.startOf(date, Date.parse(`${start}T12:00Z`), display),
      days,
      display,
    );
  }

  #answer(
    { target, loaded, decision }: Row,
    calendar: Calendar | undefined,
    display: Display,
    { now }: CallOptions,
  ): WindowsFleetRow {
    const { policy } = loaded.input.policy;
    const { facts, key, entityRef, environment, stage } = target;
    const nextChange = nextChangeOf(decision, display);
    const system = systemOf(target);
    const segments = calendar
      ? timeline(loaded.input, calendar.range.start, calendar.range.end)
      : [];
    return {
      target: key,
      entityRef,
      title: facts.title,
      environment,
      stage,
      ...(facts.owner !== undefined && { owner: facts.owner }),
      ...(system !== undefined && { system }),
      ...(facts.domain !== undefined && { domain: facts.domain }),
      state: stateOf(decision),
      sentence: describeDecision(decision, policy, at => display.instant(at), display.zone),
      ...(nextChange && { nextChange }),
      ...(decision.horizonExceeded && { neverOpens: true }),
      lint: this.#options.lints
        .of(loaded, now)
        .map(({ code, text, window }) => ({ code, text, ...(window !== undefined && { window }) })),
      segments: segments.map(segment => segmentAnswer(segment, policy, display)),
    };
  }
}

/** By domain, system and name; production first. */
function byPlace(a: KnownTarget, b: KnownTarget): number {
  const place = (target: KnownTarget) =>
    `${target.facts.domain ?? '~'} ${systemOf(target) ?? '~'} ${target.facts.title}`;
  return (
    place(a).localeCompare(place(b)) || stageRank(a) - stageRank(b) || (a.key < b.key ? -1 : 1)
  );
}

function stageRank({ stage }: KnownTarget): number {
  return STAGE_ORDER.findIndex(known => known === stage);
}

function hasState(
  { target, decision, loaded }: Row,
  state: WindowsFleetQuery['state'],
  unpermitted: ReadonlySet<TargetKey> | undefined,
  now: number,
): boolean {
  switch (state) {
    case undefined:
      return true;
    case 'open':
      return decision.outcome === 'allowed';
    case 'blocked':
      return decision.outcome === 'blocked';
    case 'freeze':
    case 'notice-needed':
      return stateOf(decision) === state;
    case 'never-opens':
      return decision.horizonExceeded;
    case 'no-permit':
      return unpermitted?.has(target.key) ?? false;
    case 'review-overdue':
      return loaded.input.policy.windows.some(
        ({ window, governs }) => governs.governs && (window.reviewAt ?? Infinity) <= now,
      );
    default:
      throw new Error(state satisfies never);
  }
}

function pageOf(
  rows: readonly Row[],
  { cursor, limit }: WindowsFleetQuery,
): { readonly rows: readonly Row[]; readonly nextCursor?: string } {
  const after = cursor === undefined ? -1 : rows.findIndex(({ target }) => target.key === cursor);
  if (cursor !== undefined && after < 0)
    throw invalid(
      'CURSOR_GONE',
      'cursor: take it from the answer before; the list has changed, so start again',
    );
  const page = rows.slice(after + 1, after + 1 + limit);
  const last = page.at(-1);
  return {
    rows: page,
    ...(last && after + 1 + limit < rows.length && { nextCursor: last.target.key }),
  };
}

const AFTER_CLOSE = {
  freeze: 'freeze',
  notice: 'notice-needed',
  allow: 'closed',
  default: 'closed',
} as const;

function nextChangeOf(decision: Decision, display: Display): WindowsFleetRow['nextChange'] {
  const { outcome, nextOpen, nextClose } = decision;
  if (outcome === 'allowed') {
    return (
      nextClose && {
        at: instantText(nextClose.at),
        text: display.instant(nextClose.at),
        to: AFTER_CLOSE[nextClose.because.gate],
      }
    );
  }
  return (
    nextOpen && { at: instantText(nextOpen.at), text: display.instant(nextOpen.at), to: 'open' }
  );
}

/** What opens and closes on one day, in order. */
function todayOf(
  rows: readonly Row[],
  { start, end }: TimeRange,
  display: Display,
): WindowsFleet['today'] {
  const changes = rows.flatMap(({ target, loaded }) => {
    const { policy } = loaded.input.policy;
    return timeline(loaded.input, start, end)
      .slice(1)
      .map(segment => ({
        start: segment.start,
        answer: {
          at: instantText(segment.start),
          time: display.time(segment.start),
          target: target.key,
          title: target.facts.title,
          environment: target.environment,
          to: segment.state,
          reason:
            segment.state === 'open'
              ? 'opens'
              : segmentAnswer(segment, policy, display)
                  .rules.map(({ title }) => title)
                  .join('; '),
        },
      }));
  });
  return changes
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_TODAY)
    .map(({ answer }) => answer);
}
