/** Work of one process, one after another: replicas compete for the row of the epoch, requests of one replica need not. */
export class InLine {
  #last: Promise<unknown> = Promise.resolve();

  next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
