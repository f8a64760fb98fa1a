import {
  describeSchedule,
  instantText,
  type LintAnswer,
  type OccurrenceAnswer,
  type WindowAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  isActive,
  lintWindow,
  nextOccurrences,
  sourcesOf,
  type Audience,
  type DeployWindow,
  type Governs,
  type Instant,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Displays, DisplayWish } from '../display/Displays';

export interface Shown {
  readonly tables: Tables;
  readonly now: Instant;
  readonly displays: Displays;
  /** Zone and language of the reader. */
  readonly wish: DisplayWish;
}

const SHOWN_OCCURRENCES = 5;

/** A window as it is sent: what it says in one sentence, when it is next, what is wrong with it. */
export function windowAnswer(
  window: DeployWindow,
  shown: Shown,
  about: {
    readonly audience?: Audience;
    readonly governs?: Governs;
    readonly sourceUrl?: string;
  } = {},
): WindowAnswer {
  const { tables, now } = shown;
  const sources = sourcesOf(window, tables);
  const { governs = { governs: true } } = about;
  const {
    scope,
    environments,
    stages,
    changeTypes,
    overridableBy,
    holidays,
    expiresAt,
    reviewAt,
    unreadable: _,
    audience: __,
    ...plain
  } = window;
  return {
    ...plain,
    ...(window.origin === 'database' && { id: window.key.slice('db:'.length) }),
    ...(environments && { environments: [...environments] }),
    ...(stages && { stages: [...stages] }),
    ...(changeTypes && { changeTypes: [...changeTypes] }),
    ...(overridableBy && { overridableBy: [...overridableBy] }),
    ...(scope !== undefined && { scope: scope as NonNullable<WindowAnswer['scope']> }),
    ...(holidays && { holidays: holidays as NonNullable<WindowAnswer['holidays']> }),
    ...(about.sourceUrl !== undefined && { sourceUrl: about.sourceUrl }),
    sentence: describeSchedule(window),
    ...(about.audience && {
      audience: { key: about.audience.key, title: about.audience.title, lead: about.audience.lead },
    }),
    ...(expiresAt !== undefined && { expiresAt: instantText(expiresAt) }),
    ...(reviewAt !== undefined && { reviewAt: instantText(reviewAt) }),
    governs: governs.governs,
    ...(!governs.governs && { whyNot: governs.whyNot }),
    active: sources.ok ? isActive(sources.value, now) : window.kind === 'freeze',
    next: occurrenceAnswers(window, shown),
    ...(!sources.ok && { problem: sources.problem }),
    lint: lintAnswers(window, shown),
  };
}

/** The next five, in the zone of the window and in the reader's. */
export function occurrenceAnswers(
  window: DeployWindow,
  { tables, now, displays, wish }: Shown,
): OccurrenceAnswer[] {
  const own = displays.inZone(window.timeZone ?? wish.zone, wish);
  const reader = wish.zone === undefined || wish.zone === own.zone ? undefined : displays.of(wish);
  const utc = displays.inZone('UTC', wish);
  return nextOccurrences(window, tables, now, SHOWN_OCCURRENCES).map(
    ({ start, end, nearClockChange }) => {
      // What always holds has no start; it is shown from now on.
      const from = Number.isFinite(start) ? start : now;
      const until = Number.isFinite(end) ? end : undefined;
      return {
        start: instantText(from),
        ...(until !== undefined && { end: instantText(until) }),
        text: own.range(from, until),
        ...(reader && { inYourZone: reader.range(from, until) }),
        ...(nearClockChange && {
          clockChange: `The clocks of ${own.zone} change within a day of it. In UTC: ${utc.range(from, until)}`,
        }),
      };
    },
  );
}

export function lintAnswers(
  window: DeployWindow,
  { tables, now }: Pick<Shown, 'tables' | 'now'>,
): LintAnswer[] {
  return lintWindow(window, tables, now).map(({ code, text, window: key }) => ({
    code,
    text,
    window: key,
  }));
}
