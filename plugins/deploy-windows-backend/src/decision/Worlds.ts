import type { ChangeType } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { LoadedWorld } from './DefaultInputLoader';

/** Everything as of one moment, as one caller may see it. */
export interface World extends LoadedWorld {
  /** @throws NotFoundError with code UNKNOWN_TARGET, also for what the caller may not see; NotAllowedError */
  one(entityRef: string, environment: string, changeType?: ChangeType): Promise<KnownTarget>;
  /** Those of the targets that the caller may read. */
  readable(targets: readonly KnownTarget[]): Promise<readonly KnownTarget[]>;
}

export interface Worlds {
  open(options: CallOptions): Promise<World>;
}
