import {
  broadFreezePermission,
  decisionReadPermission,
  incidentFreezePermission,
  windowCreatePermission,
  windowUpdatePermission,
  type IncidentFreezeAsked,
  type PreviewAnswer,
  type WindowWish,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { DisplayWish } from '../display/Displays';
import type { TargetDirectory } from '../policy/TargetDirectory';
import { isBroad, type Levels } from './Levels';
import type { WindowChange, WindowOutcome, WindowService, Withdrawal } from './WindowService';

export interface AuthorizedWindowServiceDeps {
  readonly access: Access;
  readonly levels: Levels;
  readonly directory: TargetDirectory;
}

/** Asks whether the caller may, at the level of the window; what holds the services of several owners needs more. */
export class AuthorizedWindowService implements WindowService {
  readonly #inner: WindowService;
  readonly #deps: AuthorizedWindowServiceDeps;

  constructor(inner: WindowService, deps: AuthorizedWindowServiceDeps) {
    this.#inner = inner;
    this.#deps = deps;
  }

  placeOf(id: string) {
    return this.#inner.placeOf(id);
  }

  async preview(
    wish: WindowWish,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<PreviewAnswer> {
    await this.#deps.access.require(
      decisionReadPermission,
      await this.#deps.levels.find(wish.level),
      options,
    );
    return this.#visible(await this.#inner.preview(wish, display, options), options);
  }

  async previewIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<PreviewAnswer> {
    await this.#deps.access.require(
      decisionReadPermission,
      await this.#deps.levels.find(wish.level),
      options,
    );
    return this.#visible(await this.#inner.previewIncident(wish, display, options), options);
  }

  async create(
    wish: WindowWish,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    const level = await this.#deps.levels.find(wish.level);
    await this.#deps.access.require(windowCreatePermission, level, options);
    if (isBroad(wish, level)) await this.#deps.access.requireBasic(broadFreezePermission, options);
    return this.#inner.create(wish, display, options);
  }

  async createIncident(
    wish: IncidentFreezeAsked,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    await this.#deps.access.require(
      decisionReadPermission,
      await this.#deps.levels.find(wish.level),
      options,
    );
    await this.#deps.access.requireBasic(incidentFreezePermission, options);
    return this.#inner.createIncident(wish, display, options);
  }

  async change(
    id: string,
    change: WindowChange,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    const level = await this.#requireUpdate(id, options);
    if (isBroad(change.window, level))
      await this.#deps.access.requireBasic(broadFreezePermission, options);
    return this.#inner.change(id, change, display, options);
  }

  async withdraw(
    id: string,
    withdrawal: Withdrawal,
    display: DisplayWish,
    options: CallOptions,
  ): Promise<WindowOutcome> {
    await this.#requireUpdate(id, options);
    return this.#inner.withdraw(id, withdrawal, display, options);
  }

  async #requireUpdate(id: string, options: CallOptions) {
    const place = await this.#inner.placeOf(id);
    const level = await this.#deps.levels.find(place.level);
    if (place.isIncident) {
      // Whoever may stop everything may let it go again.
      await this.#deps.access.require(decisionReadPermission, level, options);
      await this.#deps.access.requireBasic(incidentFreezePermission, options);
      return level;
    }
    await this.#deps.access.require(windowUpdatePermission, level, options);
    if (place.isBroad) await this.#deps.access.requireBasic(broadFreezePermission, options);
    return level;
  }

  /** Counts are of all targets; names only of those that the caller may see. */
  async #visible(preview: PreviewAnswer, options: CallOptions): Promise<PreviewAnswer> {
    const targets = await this.#deps.directory.all();
    const named = new Set([...preview.targets, ...preview.affected].map(({ target }) => target));
    const asked = targets.filter(({ key }) => named.has(key));
    const seen = new Set(
      (await this.#deps.access.permitted(decisionReadPermission, asked, options)).map(
        ({ key }) => key,
      ),
    );
    return {
      ...preview,
      targets: preview.targets.filter(({ target }) => seen.has(target)),
      affected: preview.affected.filter(({ target }) => seen.has(target)),
    };
  }
}
