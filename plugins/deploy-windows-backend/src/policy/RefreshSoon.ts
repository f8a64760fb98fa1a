export interface RefreshSoonOptions {
  readonly run: () => Promise<void>;
  /** Calls back after some milliseconds, and keeps no process alive; gives back how to take it back. */
  readonly after: (delay: number, work: () => void) => () => void;
}

// The catalog tells of an entity a moment before it shows it: once for most of them, and once more for the last.
const FIRST = 3_000;
const LAST = 7_000;

/** Reads the catalog a few seconds after it tells of a change, however many changes it tells of. */
export class RefreshSoon {
  readonly #options: RefreshSoonOptions;
  #first: (() => void) | undefined;
  #last: (() => void) | undefined;

  constructor(options: RefreshSoonOptions) {
    this.#options = options;
  }

  changed(): void {
    const { run, after } = this.#options;
    this.#first ??= after(FIRST, () => {
      this.#first = undefined;
      void run();
    });
    this.#last?.();
    this.#last = after(LAST, () => {
      this.#last = undefined;
      void run();
    });
  }

  stop(): void {
    this.#first?.();
    this.#last?.();
    this.#first = undefined;
    this.#last = undefined;
  }
}
