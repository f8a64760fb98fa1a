import type { TargetDirectory } from '../../policy/TargetDirectory';
import type { LoadedSubject } from '../assessment/Assessments';

/** Who is told that something waits for an approval. Whether they may is asked of the permission policy when they do it. */
export class Approvers {
  readonly #directory: Pick<TargetDirectory, 'facts'>;
  readonly #configured: readonly string[];

  constructor({
    directory,
    configured,
  }: {
    readonly directory: Pick<TargetDirectory, 'facts'>;
    /** `deployWindows.readiness.approvers`. */
    readonly configured: readonly string[];
  }) {
    this.#directory = directory;
    this.#configured = configured;
  }

  /** Those of the configuration; else whoever keeps the standard: the owner of the Domain, else of the System. */
  async of({
    domainRef,
    systemRef,
  }: Pick<LoadedSubject, 'domainRef' | 'systemRef'>): Promise<readonly string[]> {
    if (this.#configured.length > 0) return this.#configured;
    for (const ref of [domainRef, systemRef]) {
      const owner = ref === undefined ? undefined : (await this.#directory.facts(ref))?.owner;
      if (owner !== undefined) return [owner];
    }
    return [];
  }
}
