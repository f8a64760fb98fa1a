import type { LoggerService } from '@backstage/backend-plugin-api';
import { calendarDay, DAY, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { HolidaySetConfig } from '../../config';
import type { HolidaySource } from './HolidaySource';
import type { HolidayStore, HolidayYear } from './HolidayStore';

export interface RefreshHolidaysDeps {
  readonly sets: readonly HolidaySetConfig[];
  readonly source: HolidaySource;
  readonly store: HolidayStore;
  readonly logger: LoggerService;
}

// The horizon reaches into the next year but one at most; questions about a later time may be asked too.
const YEARS_AHEAD = 3;

/** Works the sets out for the years around. A set that cannot be read keeps what it had; one that is gone goes. */
export async function refreshHolidays(
  { sets, source, store, logger }: RefreshHolidaysDeps,
  now: Instant,
): Promise<void> {
  const { year: thisYear } = calendarDay(Math.floor(now / DAY));
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => thisYear - 1 + index);
  const kept = await store.years();
  const found: HolidayYear[] = [];
  for (const set of sets) {
    const read = await source.read(set, years);
    if (read.outcome === 'read') {
      found.push(...read.years);
      continue;
    }
    logger.warn(`The holidays ${set.id} were not read: ${read.reason}`);
    found.push(...kept.filter(year => year.set === set.id));
  }
  await store.replace(found);
}
