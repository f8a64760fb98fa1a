import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

export interface RateLimitOptions {
  readonly most: number;
  /** Milliseconds. */
  readonly per: number;
}

const MOST_CALLERS = 10_000;

/** So many calls in each stretch of time, for each caller; of one replica. */
export class RateLimit {
  readonly #options: RateLimitOptions;
  #since: Instant = -Infinity;
  #counts = new Map<string, number>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  /** Milliseconds to wait; 0: go on. */
  waitOf(caller: string, now: Instant): number {
    const { most, per } = this.#options;
    if (now - this.#since >= per || this.#counts.size >= MOST_CALLERS) {
      this.#since = now;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(caller) ?? 0) + 1;
    this.#counts.set(caller, count);
    return count > most ? this.#since + per - now : 0;
  }
}
