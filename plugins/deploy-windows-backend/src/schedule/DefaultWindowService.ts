import {
  describeSchedule,
  type IncidentFreezeAsked,
  type PreviewAnswer,
  type WindowWish,
} from 'backstage-plugin-deploy-windows-common';
import { conflict, invalid, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import { onceOnly } from '../database/onceOnly';
import type { Displays, DisplayWish } from '../display/Displays';
import type { TargetDirectory } from '../policy/TargetDirectory';
import { refuseSecrets } from '../secrets';
import { findDeclared } from './findDeclared';
import { freezeMessages, type FreezeStep } from './freezeMessages';
import { governedTargets } from './governedTargets';
import { isBroad, type Levels } from './Levels';
import { windowAnswer } from './windowAnswer';
import type { WindowPreviews } from './WindowPreviews';
import { overAt } from './windowProblems';
import type { ReadWindow, WindowReader } from './WindowReader';
import type {
  WindowChange,
  WindowOutcome,
  WindowPlace,
  WindowService,
  Withdrawal,
} from './WindowService';
import type { StoredWindow, WindowStore } from './WindowStore';

export interface DefaultWindowServiceDeps {
  readonly store: WindowStore;
  readonly reader: WindowReader;
  readonly previews: WindowPreviews;
  readonly levels: Levels;
  readonly directory: TargetDirectory;
  readonly displays: Displays;
  readonly newId: () => string;
}

export class DefaultWindowService implements WindowService {
  readonly #deps: DefaultWindowServiceDeps;

  constructor(deps: DefaultWindowServiceDeps) {
    this.#deps = deps;
  }

  async placeOf(id: string): Promise<WindowPlace> {
    const stored = await this.#deps.store.find(id);
    if (stored !== undefined) {
      const level = await this.#deps.levels.find(stored.window.level);
      return {
        level: level.key,
        isBroad: isBroad(stored.window, level),
        isIncident: stored.isIncident,
      };
    }
    const declared = await findDeclared(this.#deps.directory, id);
    if (declared === undefined) throw unknownWindow(id);
    return { level: declared.window.level, isBroad: false, isIncident: false };
  }

  async preview(
    wish: WindowWish,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<PreviewAnswer> {
    const read = await this.#deps.reader.read(wish, { id: 'preview', version: 1 }, options);
    return this.#deps.previews.of(read, display, options);
  }

  async previewIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<PreviewAnswer> {
    return this.#deps.previews.of(
      await this.#deps.reader.readIncident(wish, 'preview', options),
      display,
      options,
    );
  }

  async create(
    wish: WindowWish,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    return this.#once(display, options, async () => {
      const read = await this.#deps.reader.read(
        wish,
        { id: this.#deps.newId(), version: 1 },
        options,
      );
      return this.#insert(read, { isIncident: false }, display, options);
    });
  }

  async createIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    return this.#once(display, options, async () => {
      const read = await this.#deps.reader.readIncident(wish, this.#deps.newId(), options);
      return this.#insert(read, { isIncident: true }, display, options);
    });
  }

  async change(
    id: string,
    { window: wish, version, why }: WindowChange,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    refuseSecrets('why', why);
    const stored = await this.#find(id);
    if (stored.isIncident) {
      throw conflict(
        'INCIDENT_FREEZE',
        'An incident freeze is not changed. Withdraw it, or start another.',
      );
    }
    requireCurrent(stored, version);
    if (
      wish.kind !== stored.window.kind ||
      wish.level.toLowerCase() !== stored.window.level.toLowerCase()
    ) {
      throw invalid(
        'OUT_OF_RANGE',
        'Kind and level of a window stay. Withdraw it and make another.',
      );
    }
    const read = await this.#deps.reader.read(wish, { id, version: version + 1 }, options);
    const owner = wish.owner === undefined ? stored.window.owner : read.window.owner;
    const window = { ...read.window, ...(owner !== undefined && { owner }) };
    return this.#replace(
      { ...read, window },
      withEnd({ ...stored, window }, read),
      'changed',
      why,
      display,
      options,
    );
  }

  async withdraw(
    id: string,
    { why, version }: Withdrawal,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    refuseSecrets('why', why);
    const stored = await this.#find(id);
    requireCurrent(stored, version ?? stored.window.version);
    const window = { ...stored.window, version: stored.window.version + 1 };
    const read = await this.#deps.reader.stored(window, options);
    const withdrawn = {
      ...stored,
      window,
      withdrawnAt: options.now,
      withdrawnBy: options.principal.ref,
    };
    return this.#replace(read, withdrawn, 'withdrawn', why, display, options);
  }

  async #find(id: string): Promise<StoredWindow> {
    const stored = await this.#deps.store.find(id);
    if (stored !== undefined) return stored;
    const declared = await findDeclared(this.#deps.directory, id);
    if (declared === undefined) throw unknownWindow(id);
    const { sourceUrl } = declared.facts;
    throw conflict(
      'DECLARED_IN_CATALOG',
      `${id} is declared in the catalog. Change it where it is written${sourceUrl === undefined ? '' : `: ${sourceUrl}`}.`,
      sourceUrl === undefined ? {} : { sourceUrl },
    );
  }

  async #once(
    display: DisplayWish,
    options: CallOptions,
    make: () => Promise<WindowOutcome>,
  ): Promise<WindowOutcome> {
    const { idempotencyKey, principal } = options;
    if (idempotencyKey === undefined) return make();
    return onceOnly(async () => {
      const stored = await this.#deps.store.findRepeated(principal.ref, idempotencyKey);
      return (
        stored &&
        this.#outcome(await this.#deps.reader.stored(stored.window, options), display, options)
      );
    }, make);
  }

  async #insert(
    read: ReadWindow,
    { isIncident }: { readonly isIncident: boolean },
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    const { window } = read;
    const { principal, now, idempotencyKey } = options;
    const made: StoredWindow = {
      id: window.key.slice('db:'.length),
      window,
      isIncident,
      createdBy: principal.ref,
      createdAt: now,
    };
    const stored = withEnd(made, read);
    const messages = this.#messages(read, stored, 'created', options);
    await this.#deps.store.insert(stored, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(window.reason !== undefined && { why: window.reason }),
      messages,
    });
    return this.#outcome(read, display, options);
  }

  async #replace(
    read: ReadWindow,
    stored: StoredWindow,
    step: FreezeStep,
    why: string,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    const edit = { by: options.principal.ref, at: options.now, why };
    const written = await this.#deps.store.replace(
      stored,
      edit,
      this.#messages(read, stored, step, options),
    );
    if (written === 'stale') {
      requireCurrent(await this.#find(stored.id), stored.window.version - 1);
      throw mismatch(stored.window.version);
    }
    return this.#outcome(read, display, options);
  }

  #messages(
    { window, level }: ReadWindow,
    stored: StoredWindow,
    step: FreezeStep,
    { principal, now }: CallOptions,
  ) {
    const targets = governedTargets(window, level);
    return freezeMessages(stored, {
      step,
      targets,
      by: principal.ref,
      at: now,
      sentence: describeSchedule(window),
    });
  }

  #outcome(
    { window, level, tables, audience }: ReadWindow,
    wish: DisplayWish,
    { now }: CallOptions,
  ): WindowOutcome {
    const { displays } = this.#deps;
    return {
      window: windowAnswer(window, { tables, now, displays, wish }, audience && { audience }),
      targetCount: governedTargets(window, level).length,
      isBroad: isBroad(window, level),
    };
  }
}

/** With the end of a schedule that ends by itself. */
function withEnd(
  { overAt: _, ...stored }: StoredWindow,
  { window, tables }: ReadWindow,
): StoredWindow {
  const over = overAt(window, tables);
  return { ...stored, ...(over !== undefined && { overAt: over }) };
}

function requireCurrent({ window, withdrawnAt }: StoredWindow, version: number): void {
  if (withdrawnAt !== undefined)
    throw conflict('WITHDRAWN', `${window.title} is withdrawn already. Make another one.`);
  if (window.version !== version) throw mismatch(window.version);
}

function mismatch(version: number) {
  return conflict(
    'VERSION_MISMATCH',
    `Somebody else changed it; it is at version ${version} now. Read it again.`,
    { version },
  );
}

function unknownWindow(id: string) {
  return notFound('UNKNOWN_WINDOW', `There is no window ${id}, or you may not see it.`);
}
