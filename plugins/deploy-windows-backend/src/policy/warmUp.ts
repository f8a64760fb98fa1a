import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';

export interface WarmUpOptions {
  /** How many entities the catalog has. */
  readonly refresh: (signal: AbortSignal) => Promise<number>;
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
  /** Milliseconds between two attempts; the last one is repeated until the catalog has answered. */
  readonly pauses?: readonly number[];
}

const PAUSES = [1_000, 2_000, 3_000, 5_000, 10_000, 10_000, 15_000, 15_000] as const;

/**
 * Reads the catalog as soon as it answers. A portal that has just started is still reading its files, so the first answers
 * may be empty; after a minute the scheduled task is enough, unless the catalog has not answered at all.
 */
export async function warmUp({
  refresh,
  logger,
  signal,
  pauses = PAUSES,
}: WarmUpOptions): Promise<void> {
  let hasAnswered = false;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      await refresh(signal);
      hasAnswered = true;
    } catch (error) {
      if (attempt === 0)
        logger.info('The catalog does not answer yet; deploy windows are read as soon as it does');
      else logger.debug('The catalog does not answer yet', error as Error);
    }
    if (hasAnswered && attempt >= pauses.length) return;
    try {
      await setTimeout(pauses[Math.min(attempt, pauses.length - 1)], undefined, {
        signal,
        ref: false,
      });
    } catch {
      return;
    }
  }
}
