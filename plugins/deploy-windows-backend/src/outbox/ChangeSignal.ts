import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';

export interface ChangeSignalDeps {
  readonly signals: Pick<SignalsService, 'publish'>;
  /** The epoch of the rules. */
  readonly epoch: () => Promise<number>;
  readonly logger: LoggerService;
}

export const SIGNAL_CHANNEL = 'deploy-windows';

/**
 * Tells open pages to ask again when anything changed that a decision depends on, whoever wrote it and on whichever
 * replica. It says nothing else, since a signal asks no permission.
 */
export class ChangeSignal {
  readonly #deps: ChangeSignalDeps;
  #told: number | undefined;

  constructor(deps: ChangeSignalDeps) {
    this.#deps = deps;
  }

  /** Run every two seconds, by every replica: a signal may reach only the pages that are connected to it. */
  async poll(): Promise<void> {
    const { signals, epoch, logger } = this.#deps;
    try {
      const now = await epoch();
      const isNews = this.#told !== undefined && this.#told !== now;
      this.#told = now;
      if (!isNews) return;
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: SIGNAL_CHANNEL,
        message: { action: 'changed', epoch: now },
      });
    } catch (error) {
      // Pages ask again by themselves every minute.
      logger.debug('No signal was sent', error as Error);
    }
  }
}
