import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DecisionLogStore, DecisionRecord } from './DecisionLogStore';

export interface BatchedDecisionLogOptions {
  readonly store: Pick<DecisionLogStore, 'insert'>;
  readonly logger: LoggerService;
  /** Calls back after a while; a timer that keeps no process alive. */
  readonly later: (work: () => void) => void;
}

const MOST_WAITING = 10_000;
const AT_ONCE = 200;

/** Writes answers to the log off the path of their requests. */
export class BatchedDecisionLog {
  readonly #options: BatchedDecisionLogOptions;
  #waiting: DecisionRecord[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isPlanned = false;

  constructor(options: BatchedDecisionLogOptions) {
    this.#options = options;
  }

  add(record: DecisionRecord): void {
    if (this.#waiting.length >= MOST_WAITING) {
      const [lost] = this.#waiting.splice(0, 1);
      this.#options.logger.error('The decision log cannot be written; an answer is not in it', {
        decision: lost?.id ?? '',
      });
    }
    this.#waiting.push(record);
    this.#plan();
  }

  /** Resolves when everything that was added before is written, or is waiting for another attempt. */
  async flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    this.#options.later(() => {
      this.#isPlanned = false;
      void this.flush();
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, AT_ONCE);
      try {
        await this.#options.store.insert(batch);
      } catch (error) {
        this.#options.logger.warn(
          'The decision log could not be written and will be tried again',
          error as Error,
        );
        this.#plan();
        return;
      }
      const written = new Set(batch);
      this.#waiting = this.#waiting.filter(record => !written.has(record));
    }
  }
}
