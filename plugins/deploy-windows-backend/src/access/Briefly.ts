import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

interface Kept<T> {
  readonly value: Promise<T>;
  readonly until: Instant;
}

const MOST = 10_000;

/** Remembers an answer for a few seconds, so that a page with many questions asks once. Failures are not remembered. */
export class Briefly<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #options: { readonly milliseconds: number; readonly now: () => Instant };

  constructor(options: { readonly milliseconds: number; readonly now: () => Instant }) {
    this.#options = options;
  }

  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const value = ask();
    this.put(key, value);
    value.catch(() => {
      if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
    });
    return value;
  }

  peek(key: string): Promise<T> | undefined {
    const known = this.#kept.get(key);
    return known && known.until > this.#options.now() ? known.value : undefined;
  }

  put(key: string, value: Promise<T>): void {
    if (this.#kept.size >= MOST) this.#tidy();
    this.#kept.set(key, { value, until: this.#options.now() + this.#options.milliseconds });
  }

  #tidy(): void {
    const now = this.#options.now();
    for (const [key, { until }] of this.#kept) if (until <= now) this.#kept.delete(key);
    if (this.#kept.size >= MOST) this.#kept.clear();
  }
}
