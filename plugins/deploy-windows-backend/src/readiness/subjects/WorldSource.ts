import type { Directory } from '../../policy/Directory';
import type { PolicyStore } from '../../policy/PolicyStore';
import type { ObservedStore } from '../observed/ObservedStore';
import type { OrgStore } from '../org/OrgStore';
import type { PackShelf } from '../packs/PackShelf';
import type { World } from './World';

export interface WorldSourceOptions {
  readonly policies: Pick<PolicyStore, 'version'>;
  readonly directory: { asOf(version: number): Promise<Directory> };
  readonly org: Pick<OrgStore, 'current'>;
  readonly observed: Pick<ObservedStore, 'current'>;
  readonly shelf: PackShelf;
}

/** Documents, people, packs and what is seen as of now: three small queries, the rest from memory while it stands. */
export class WorldSource {
  readonly #options: WorldSourceOptions;

  constructor(options: WorldSourceOptions) {
    this.#options = options;
  }

  async current(): Promise<World> {
    const { policies, directory, org, observed, shelf } = this.#options;
    const policyVersion = await policies.version();
    return {
      policyVersion,
      directory: await directory.asOf(policyVersion),
      org: await org.current(),
      observed: await observed.current(),
      shelf,
    };
  }
}
