import type { Directory } from '../../policy/Directory';
import type { PolicyStore } from '../../policy/PolicyStore';
import type { OrgStore } from '../org/OrgStore';
import type { PackShelf } from '../packs/PackShelf';
import type { World } from './World';

export interface WorldSourceOptions {
  readonly policies: Pick<PolicyStore, 'version'>;
  readonly directory: { asOf(version: number): Promise<Directory> };
  readonly org: Pick<OrgStore, 'current'>;
  readonly shelf: PackShelf;
}

/** Documents, people and packs as of now: two small queries, the rest from memory while it stands. */
export class WorldSource {
  readonly #options: WorldSourceOptions;

  constructor(options: WorldSourceOptions) {
    this.#options = options;
  }

  async current(): Promise<World> {
    const { policies, directory, org, shelf } = this.#options;
    const policyVersion = await policies.version();
    return {
      policyVersion,
      directory: await directory.asOf(policyVersion),
      org: await org.current(),
      shelf,
    };
  }
}
