import {
  DAY,
  type Instant,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';

const STEP = 30 * DAY;
const BEFORE = 45 * DAY;
const AFTER = 16 * DAY;

/**
 * The stretch of time that tables reach over, for questions about an instant: long occurrences that began before it, and
 * openings that outlast the horizon. It is the same for a month, so that what is made from it can be kept.
 */
export function tableRange(at: Instant, horizon: number): TimeRange {
  const month = Math.floor(at / STEP) * STEP;
  return { start: month - BEFORE, end: month + STEP + horizon + AFTER };
}
