import type { Deployment, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';

/** Enough for every limit and every typical duration. */
const COUNT = 50;

export interface DeploymentReader {
  /** Latest first. */
  recent(target: TargetKey, count: number): Promise<readonly Deployment[]>;
  recentOfAll?(
    targets: readonly TargetKey[],
    count: number,
  ): Promise<ReadonlyMap<TargetKey, readonly Deployment[]>>;
}

/** Recent deployments of targets, read once an epoch. */
export class RecentDeployments {
  readonly #reader: DeploymentReader;
  #kept: {
    readonly epoch: number;
    readonly byTarget: Map<TargetKey, Promise<readonly Deployment[]>>;
  } = { epoch: -1, byTarget: new Map() };

  constructor(options: { readonly reader: DeploymentReader }) {
    this.#reader = options.reader;
  }

  async of(target: TargetKey, epoch: number): Promise<readonly Deployment[]> {
    const kept = this.#of(epoch);
    const known = kept.get(target);
    if (known) return known;
    const reading = this.#reader.recent(target, COUNT);
    kept.set(target, reading);
    reading.catch(() => kept.delete(target));
    return reading;
  }

  /** For many targets: whoever asks for them afterwards waits for nothing. */
  async prepare(targets: readonly TargetKey[], epoch: number): Promise<void> {
    const kept = this.#of(epoch);
    const unknown = targets.filter(target => !kept.has(target));
    if (unknown.length < 2 || !this.#reader.recentOfAll) return;
    const found = await this.#reader.recentOfAll(unknown, COUNT);
    for (const target of unknown)
      if (!kept.has(target)) kept.set(target, Promise.resolve(found.get(target) ?? []));
  }

  /** An older epoch than the kept one is asked for by a request that began before: it may not throw away what is newer. */
  #of(epoch: number): Map<TargetKey, Promise<readonly Deployment[]>> {
    if (epoch < this.#kept.epoch) return new Map();
    if (epoch > this.#kept.epoch) this.#kept = { epoch, byTarget: new Map() };
    return this.#kept.byTarget;
  }
}
