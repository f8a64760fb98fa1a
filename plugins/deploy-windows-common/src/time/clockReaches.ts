import type { Instant } from './instant';
import type { WallClock } from './localTime';
import type { ZoneTable } from './zoneTable';

/** The first instant at which the clock reads the given time or later. In a gap: the change itself. In a fold: the first reading. */
export function clockReaches(table: ZoneTable, reading: WallClock): Instant {
  const { changes, offsets } = table;
  const last = changes.length;
  for (let index = 0; index < last; index += 1) {
    const candidate = reading - (offsets[index] as number);
    if (candidate < (changes[index] as number)) return afterChange(changes, index, candidate);
  }
  return afterChange(changes, last, reading - (offsets[last] as number));
}

/** The instant after the last one at which the clock reads earlier than the given time. In a fold: the second reading. */
export function clockHasPassed(table: ZoneTable, reading: WallClock): Instant {
  const { changes, offsets } = table;
  for (let index = changes.length; index > 0; index -= 1) {
    const candidate = reading - (offsets[index] as number);
    if (candidate > (changes[index - 1] as number)) return beforeChange(changes, index, candidate);
  }
  return beforeChange(changes, 0, reading - (offsets[0] as number));
}

/** A reading that the clocks skipped is reached at the change that skipped it. */
function afterChange(changes: readonly Instant[], index: number, candidate: Instant): Instant {
  return index === 0 ? candidate : Math.max(changes[index - 1] as number, candidate);
}

function beforeChange(changes: readonly Instant[], index: number, candidate: Instant): Instant {
  return index === changes.length ? candidate : Math.min(changes[index] as number, candidate);
}
