import { targetKey, type TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import { buildDirectory, type Remembered } from './buildDirectory';
import type { Directory } from './Directory';
import type { PolicyStore } from './PolicyStore';
import type { EntityFacts, KnownTarget, TargetDirectory } from './TargetDirectory';

/** The directory of the last version of the snapshots, kept while that version stands. */
export class SnapshotDirectory implements TargetDirectory {
  readonly #store: PolicyStore;
  readonly #remembered: Remembered = new Map();
  #kept: { readonly version: number; readonly directory: Promise<Directory> } | undefined;

  constructor(options: { readonly store: PolicyStore }) {
    this.#store = options.store;
  }

  /** For whoever has just read the version together with other things. */
  async asOf(version: number): Promise<Directory> {
    if (this.#kept?.version === version) return this.#kept.directory;
    const directory = this.#build();
    this.#kept = { version, directory };
    directory.catch(() => {
      if (this.#kept?.directory === directory) this.#kept = undefined;
    });
    return directory;
  }

  async find(entityRef: string, environment: string): Promise<KnownTarget | undefined> {
    return findIn(await this.#current(), entityRef, environment);
  }

  /** Only what is declared, by the key of a target. */
  async findKey(key: TargetKey): Promise<KnownTarget | undefined> {
    return (await this.#current()).targetOf(key);
  }

  async ofEntity(entityRef: string): Promise<readonly KnownTarget[]> {
    return (await this.#current()).ofEntity(entityRef.toLowerCase());
  }

  async all(): Promise<readonly KnownTarget[]> {
    return (await this.#current()).targets;
  }

  async facts(entityRef: string): Promise<EntityFacts | undefined> {
    return (await this.#current()).facts(entityRef.toLowerCase());
  }

  async entities(): Promise<readonly EntityFacts[]> {
    return (await this.#current()).entities;
  }

  async #current(): Promise<Directory> {
    return this.asOf(await this.#store.version());
  }

  /** The version was read before: what is read now is of that version, or newer. */
  async #build(): Promise<Directory> {
    return buildDirectory(await this.#store.snapshots(), this.#remembered);
  }
}

/** Names are compared as the catalog does; an environment is found in any case. */
export function findIn(
  directory: Directory,
  entityRef: string,
  environment: string,
): KnownTarget | undefined {
  const ref = entityRef.toLowerCase();
  return (
    directory.targetOf(targetKey(ref, environment)) ??
    directory
      .ofEntity(ref)
      .find(target => target.environment.toLowerCase() === environment.toLowerCase()) ??
    directory.unreadable(ref, environment)
  );
}
