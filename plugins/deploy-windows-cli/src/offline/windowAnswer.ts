import {
  describeSchedule,
  instantText,
  type WindowAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  isActive,
  lintWindow,
  nextOccurrences,
  type CompiledWindow,
  type EffectivePolicy,
  type Instant,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { displayIn, type Display } from './display';

const SHOWN = 5;

/** A window in the shape in which the server sends it. */
export function windowAnswer(
  { window, governs, sources, problem }: CompiledWindow,
  { audiences }: EffectivePolicy,
  tables: Tables,
  now: Instant,
  reader: Display,
): WindowAnswer {
  const {
    scope,
    environments,
    stages,
    changeTypes,
    overridableBy,
    expiresAt,
    reviewAt,
    holidays,
    unreadable: _,
    audience: told,
    ...plain
  } = window;
  const audience = audiences.find(({ key }) => key === told);
  const zone =
    window.timeZone !== undefined && window.timeZone in tables.zones
      ? window.timeZone
      : reader.zone;
  const own = displayIn(zone, now);
  return {
    ...plain,
    ...(environments && { environments: [...environments] }),
    ...(stages && { stages: [...stages] }),
    ...(changeTypes && { changeTypes: [...changeTypes] }),
    ...(overridableBy && { overridableBy: [...overridableBy] }),
    ...(holidays && {
      holidays: JSON.parse(JSON.stringify(holidays)) as NonNullable<WindowAnswer['holidays']>,
    }),
    ...(scope !== undefined && { scope: scope as NonNullable<WindowAnswer['scope']> }),
    sentence: describeSchedule(window),
    ...(audience && {
      audience: { key: audience.key, title: audience.title, lead: audience.lead },
    }),
    ...(expiresAt !== undefined && { expiresAt: instantText(expiresAt) }),
    ...(reviewAt !== undefined && { reviewAt: instantText(reviewAt) }),
    governs: governs.governs,
    ...(!governs.governs && { whyNot: governs.whyNot }),
    active: problem === undefined ? isActive(sources, now) : window.kind === 'freeze',
    next: nextOccurrences(window, tables, now, SHOWN).map(({ start, end }) => {
      const from = Number.isFinite(start) ? start : now;
      const until = Number.isFinite(end) ? end : undefined;
      return {
        start: instantText(from),
        ...(until !== undefined && { end: instantText(until) }),
        text: own.range(from, until),
        ...(own.zone !== reader.zone && { inYourZone: reader.range(from, until) }),
      };
    }),
    ...(problem && { problem }),
    lint: lintWindow(window, tables, now).map(({ code, text, window: key }) => ({
      code,
      text,
      window: key,
    })),
  };
}
