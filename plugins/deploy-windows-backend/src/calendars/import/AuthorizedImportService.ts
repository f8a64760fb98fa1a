import {
  broadFreezePermission,
  decisionReadPermission,
  windowCreatePermission,
  type CalendarImport,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';
import { isBroad, type Levels } from '../../schedule/Levels';
import type { ImportService } from './ImportService';

/** The same rights as for a window that is typed in. */
export class AuthorizedImportService implements ImportService {
  readonly #inner: ImportService;
  readonly #access: Access;
  readonly #levels: Levels;

  constructor({
    inner,
    access,
    levels,
  }: {
    readonly inner: ImportService;
    readonly access: Access;
    readonly levels: Levels;
  }) {
    this.#inner = inner;
    this.#access = access;
    this.#levels = levels;
  }

  async import(wish: CalendarImport, options: CallOptions) {
    const level = await this.#levels.find(wish.level);
    await this.#access.require(
      wish.dryRun ? decisionReadPermission : windowCreatePermission,
      level,
      options,
    );
    if (!wish.dryRun && isBroad(wish, level))
      await this.#access.requireBasic(broadFreezePermission, options);
    return this.#inner.import(wish, options);
  }
}
