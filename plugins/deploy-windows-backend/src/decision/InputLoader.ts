import type {
  DecisionInput,
  DecisionRequest,
  Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Runtime } from '../runtime/Runtime';

export interface LoadedInput {
  readonly input: DecisionInput;
  readonly target: KnownTarget;
  readonly runtime: Runtime;
}

/** Gathers all that a decision depends on. */
export interface InputLoader {
  /**
   * @param change what the runtime would be, for previews and for a permit's own transaction
   * @throws NotFoundError with code UNKNOWN_TARGET; its message names the environments that exist
   */
  load(
    request: DecisionRequest,
    at: Instant,
    change?: (runtime: Runtime) => Runtime,
  ): Promise<LoadedInput>;
}
