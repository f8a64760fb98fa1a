import { effectivePolicy } from 'backstage-plugin-deploy-windows-common/evaluator';
import {
  gateAt,
  type Gate,
  type Instant,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { DeployWindowsConfig } from '../../config';
import type { KnownTarget, TargetDirectory } from '../../policy/TargetDirectory';

type Demands = Parameters<typeof gateAt>[0];

/** What deploy decisions make of verdicts; one look at the directory for any number of subjects. */
export class Gates {
  readonly #directory: Pick<TargetDirectory, 'all'>;
  readonly #defaultsOf: DeployWindowsConfig['defaultsOf'];
  /** A target is another object when anything of it changes. */
  readonly #kept = new WeakMap<KnownTarget, Demands>();

  constructor({
    directory,
    defaultsOf,
  }: {
    readonly directory: Pick<TargetDirectory, 'all'>;
    readonly defaultsOf: DeployWindowsConfig['defaultsOf'];
  }) {
    this.#directory = directory;
    this.#defaultsOf = defaultsOf;
  }

  /** Of what cannot be deployed, such as a group: off. */
  async at(now: Instant): Promise<(key: SubjectKey) => Gate> {
    const targets = new Map<string, KnownTarget>();
    for (const target of await this.#directory.all()) targets.set(target.key.toLowerCase(), target);
    return key => {
      const target = targets.get(key.toLowerCase());
      return target === undefined ? { mode: 'off' } : gateAt(this.#demandsOf(target), now);
    };
  }

  #demandsOf(target: KnownTarget): Demands {
    const kept = this.#kept.get(target);
    if (kept !== undefined) return kept;
    const { key, entityRef, environment, stage, facts, chain } = target;
    const { readiness } = effectivePolicy({
      target: { key, entityRef, environment, stage, entity: facts.entity },
      chain,
      stored: [],
      defaults: this.#defaultsOf(stage),
    });
    this.#kept.set(target, readiness);
    return readiness;
  }
}
