import type { Wait } from './wait';

const HOUR = 3_600_000;

/**
 * A bucket of requests that fills evenly over the hour. Whoever takes from an empty one waits for its turn; turns are in the
 * order of asking. Time is an argument, so that tests and benches never sleep.
 */
export class RequestBudget {
  readonly #perHour: number;
  readonly #now: () => number;
  readonly #wait: Wait;
  /** Below zero: requests that are waiting. */
  #left: number;
  #filledAt: number;

  constructor(options: { perHour: number; now: () => number; wait: Wait }) {
    this.#perHour = options.perHour;
    this.#now = options.now;
    this.#wait = options.wait;
    this.#left = options.perHour;
    this.#filledAt = options.now();
  }

  async take(signal: AbortSignal): Promise<void> {
    this.#fill();
    this.#left -= 1;
    if (this.#left >= 0) return;
    try {
      await this.#wait(Math.ceil((-this.#left * HOUR) / this.#perHour), signal);
    } catch (error) {
      // It was not used.
      this.#left += 1;
      throw error;
    }
  }

  #fill() {
    const now = this.#now();
    const gained = (Math.max(0, now - this.#filledAt) * this.#perHour) / HOUR;
    this.#left = Math.min(this.#perHour, this.#left + gained);
    this.#filledAt = now;
  }
}
