import {
  describeSchedule,
  instantText,
  type CalendarImport,
  type CalendarImportAnswer,
  type WindowWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  buildZoneTable,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { Displays } from '../../display/Displays';
import { projectZone } from '../../display/IntlDisplays';
import { freezeMessages } from '../../schedule/freezeMessages';
import { governedTargets } from '../../schedule/governedTargets';
import type { Levels } from '../../schedule/Levels';
import { occurrenceAnswers } from '../../schedule/windowAnswer';
import { overAt } from '../../schedule/windowProblems';
import type { ReadWindow, WindowReader } from '../../schedule/WindowReader';
import type { StoredWindow } from '../../schedule/WindowStore';
import { refuseSecrets } from '../../secrets';
import { importCalendar } from '../ics/importCalendar';
import type { ImportService } from './ImportService';
import type { WindowBatch } from './WindowBatch';
import { windowsFromEvents, type EventWindow } from './windowsFromEvents';

export interface DefaultImportServiceDeps {
  readonly batch: WindowBatch;
  readonly reader: WindowReader;
  readonly levels: Levels;
  readonly displays: Displays;
  readonly newId: () => string;
  /** Milliseconds. */
  readonly horizon: number;
  readonly clock: () => Instant;
}

const MOST_WINDOWS = 100;

export class DefaultImportService implements ImportService {
  readonly #deps: DefaultImportServiceDeps;

  constructor(deps: DefaultImportServiceDeps) {
    this.#deps = deps;
  }

  async import(wish: CalendarImport, options: CallOptions): Promise<CalendarImportAnswer> {
    refuseSecrets('title', wish.title);
    refuseSecrets('reason', wish.reason);
    const repeated = await this.#repeated(options);
    if (repeated.length > 0) return this.#answer(wish, repeated, repeated.length, options);
    const found = await this.#windows(wish, options);
    const read: ReadWindow[] = [];
    for (const one of found) {
      const id = wish.dryRun ? 'preview' : this.#deps.newId();
      read.push(await this.#deps.reader.read(wishOf(wish, one), { id, version: 1 }, options));
    }
    if (!wish.dryRun) await this.#insert(read, options);
    const events = found.reduce((sum, one) => sum + one.events, 0);
    return this.#answer(wish, read, events, options);
  }

  async #windows(wish: CalendarImport, { now }: CallOptions): Promise<readonly EventWindow[]> {
    const { levels, horizon, clock } = this.#deps;
    const level = await levels.find(wish.level);
    const timeZone = wish.timeZone ?? (level.targets[0] && projectZone(level.targets[0]));
    const range = { start: now, end: now + horizon };
    const events = await importCalendar(wish.ics, { range, now: clock });
    const wanted = events.filter(
      ({ title }) =>
        wish.match === undefined || title.toLowerCase().includes(wish.match.toLowerCase()),
    );
    if (wanted.length === 0)
      throw invalid(
        'NOTHING_TO_IMPORT',
        'No event of this calendar lies ahead, or none has these words in its title',
      );
    if (timeZone === undefined && wanted.some(event => 'from' in event)) {
      throw invalid(
        'ZONE_MISSING',
        'timeZone: this calendar has whole days, or times without a zone; say in which zone they are',
      );
    }
    const table = buildZoneTable(timeZone ?? 'UTC', {
      start: range.start - 40 * DAY,
      end: range.end + 40 * DAY,
    });
    if (table === undefined)
      throw invalid(
        'UNKNOWN_ZONE',
        `timeZone: "${timeZone}" is not an IANA zone; write one such as America/Chicago`,
      );
    const windows = windowsFromEvents(wanted, table);
    if (windows.length > MOST_WINDOWS) {
      throw invalid(
        'TOO_MANY',
        `This would become ${windows.length} windows, and ${MOST_WINDOWS} is the most. Choose some by match, or configure it as a feed`,
      );
    }
    return windows;
  }

  async #insert(
    read: readonly ReadWindow[],
    { principal, now, idempotencyKey }: CallOptions,
  ): Promise<void> {
    const entries = read.map(({ window, tables }, index) => {
      const over = overAt(window, tables);
      const stored: StoredWindow = {
        id: window.key.slice('db:'.length),
        window,
        isIncident: false,
        ...(over !== undefined && { overAt: over }),
        createdBy: principal.ref,
        createdAt: now,
      };
      return {
        stored,
        ...(window.reason !== undefined && { why: window.reason }),
        ...(idempotencyKey !== undefined && { idempotencyKey: repetition(idempotencyKey, index) }),
      };
    });
    // Everyone is told once, of the first; the events tell of each.
    const messages = entries.flatMap(({ stored }, index) => {
      const { level, window } = read[index] as ReadWindow;
      const targets = governedTargets(window, level);
      const sentence =
        entries.length === 1
          ? describeSchedule(window)
          : `One of ${entries.length} that were imported. ${describeSchedule(window)}`;
      const told = freezeMessages(stored, {
        step: 'created',
        targets,
        by: principal.ref,
        at: now,
        sentence,
      });
      return index === 0 ? told : told.map(({ notify: _, ...message }) => message);
    });
    await this.#deps.batch.insert(entries, messages);
  }

  async #repeated(options: CallOptions): Promise<readonly ReadWindow[]> {
    const { idempotencyKey, principal } = options;
    const found: ReadWindow[] = [];
    while (idempotencyKey !== undefined && found.length < MOST_WINDOWS) {
      const stored = await this.#deps.batch.findRepeated(
        principal.ref,
        repetition(idempotencyKey, found.length),
      );
      if (stored === undefined) break;
      found.push(await this.#deps.reader.stored(stored.window, options));
    }
    return found;
  }

  #answer(
    wish: CalendarImport,
    read: readonly ReadWindow[],
    events: number,
    { now }: CallOptions,
  ): CalendarImportAnswer {
    const { displays } = this.#deps;
    const first = read[0];
    const targets = first ? governedTargets(first.window, first.level).length : 0;
    const dryRun = wish.dryRun === true;
    return {
      dryRun,
      events,
      windows: read.map(({ window, tables }) => ({
        ...(!dryRun && { key: window.key }),
        title: window.title,
        sentence: describeSchedule(window),
        ...(window.expiresAt !== undefined && { expiresAt: instantText(window.expiresAt) }),
        next: occurrenceAnswers(window, { tables, now, displays, wish: {} }),
      })),
      targetCount: targets,
      impact: `${count(read.length, wish.kind === 'freeze' ? 'freeze' : 'window')} from ${count(events, 'event')}; ${targets === 1 ? 'it concerns one target' : `${read.length === 1 ? 'it concerns' : 'they concern'} ${targets} targets`}.`,
    };
  }
}

function wishOf(
  {
    level,
    kind,
    title,
    reason,
    environments,
    stages,
    scope,
    hard,
    overridableBy,
    expiresAt,
    reviewAt,
  }: CalendarImport,
  one: EventWindow,
): WindowWish {
  // Without an end of its own it would stay in every list for ever.
  const end = expiresAt ?? (reviewAt === undefined ? one.overAt : undefined);
  return {
    level,
    kind,
    title: title ?? one.title,
    schedule: one.schedule,
    timeZone: one.timeZone,
    ...(reason !== undefined && { reason }),
    ...(environments !== undefined && { environments }),
    ...(stages !== undefined && { stages }),
    ...(scope !== undefined && { scope }),
    ...(hard !== undefined && { hard }),
    ...(overridableBy !== undefined && { overridableBy }),
    ...(end !== undefined && { expiresAt: end }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
}

function repetition(key: string, index: number): string {
  return `${key}:${index}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
