import type { HolidaySetAnswer } from 'backstage-plugin-deploy-windows-common';
import { DAY, localDateText } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../../api/route';
import type { HolidaySetConfig } from '../../config';
import type { HolidayService } from './HolidayService';
import type { HolidayStore } from './HolidayStore';

const SHOWN = 12;

export class DefaultHolidayService implements HolidayService {
  readonly #sets: readonly HolidaySetConfig[];
  readonly #store: HolidayStore;

  constructor({
    sets,
    store,
  }: {
    readonly sets: readonly HolidaySetConfig[];
    readonly store: HolidayStore;
  }) {
    this.#sets = sets;
    this.#store = store;
  }

  async list({ now }: CallOptions): Promise<readonly HolidaySetAnswer[]> {
    const years = await this.#store.years();
    const today = localDateText(Math.floor(now / DAY));
    return this.#sets.map(set => {
      const own = years.filter(year => year.set === set.id);
      const next = own.flatMap(({ days }) => [...days]).filter(({ date }) => date >= today);
      return {
        id: set.id,
        source: own[0]?.sourceVersion ?? sourceText(set),
        state: own.length > 0 ? 'known' : 'missing',
        next: next.slice(0, SHOWN),
      };
    });
  }
}

function sourceText({ source }: HolidaySetConfig): string {
  switch (source.type) {
    case 'dates':
      return 'configuration';
    case 'feed':
      return `calendar ${source.feed}`;
    case 'country':
      return [source.country, source.state, source.region].filter(Boolean).join(', ');
    default:
      throw new Error(source satisfies never);
  }
}
