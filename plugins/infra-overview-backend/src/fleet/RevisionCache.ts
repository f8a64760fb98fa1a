/** Answers of one revision of the fleet. The revision is read from the database each time, so replicas agree. */
export class RevisionCache<T> {
  readonly #mostAnswers: number;
  readonly #answers = new Map<string, Promise<T>>();
  #revision: number | undefined;

  constructor(options: { readonly mostAnswers: number }) {
    this.#mostAnswers = options.mostAnswers;
  }

  async get(revision: number, key: string, compute: () => Promise<T>): Promise<T> {
    if (revision !== this.#revision) {
      this.#answers.clear();
      this.#revision = revision;
    }
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = compute();
    if (this.#answers.size >= this.#mostAnswers) this.#answers.clear();
    this.#answers.set(key, answer);
    // A failure is not an answer.
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
