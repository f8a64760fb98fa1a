import { SECOND, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

export interface ClockSkewOptions {
  readonly databaseTime: () => Promise<Instant>;
  readonly now: () => Instant;
}

const WARNING = 2 * SECOND;
const NO_PERMITS = 30 * SECOND;

/** How far the clock of this replica is ahead of the one that all replicas share. */
export class ClockSkew {
  readonly #options: ClockSkewOptions;
  #milliseconds = 0;

  constructor(options: ClockSkewOptions) {
    this.#options = options;
  }

  async measure(): Promise<void> {
    const before = this.#options.now();
    const database = await this.#options.databaseTime();
    // The answer is from somewhere between asking and hearing it.
    this.#milliseconds = Math.round((before + this.#options.now()) / 2 - database);
  }

  get milliseconds(): number {
    return this.#milliseconds;
  }

  get state(): 'fine' | 'warning' | 'no-permits' {
    const skew = Math.abs(this.#milliseconds);
    if (skew > NO_PERMITS) return 'no-permits';
    return skew > WARNING ? 'warning' : 'fine';
  }
}
