import {
  lintPolicy,
  type CompiledPolicy,
  type Instant,
  type PolicyLint,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { DeployWindowsConfig } from '../config';
import { busyHours } from './busyHours';
import type { LoadedInput } from './InputLoader';

const FRESH = 60 * 60 * 1_000;

/** What somebody should look at. It walks to the horizon, so an hour's answer is kept while the policy is the same. */
export class PolicyLints {
  readonly #config: Pick<DeployWindowsConfig, 'lint'>;
  readonly #kept = new WeakMap<
    CompiledPolicy,
    { readonly lint: readonly PolicyLint[]; readonly at: Instant }
  >();

  constructor(config: Pick<DeployWindowsConfig, 'lint'>) {
    this.#config = config;
  }

  of({ input, target }: LoadedInput, now: Instant): readonly PolicyLint[] {
    const known = this.#kept.get(input.policy);
    if (known && now - known.at < FRESH) return known.lint;
    const { minimumOpen, per } = this.#config.lint;
    // What one caller may set aside, or was told, does not make a policy better.
    const plain = { ...input, overrides: [], exemptions: [] };
    const found = lintPolicy(plain, now, { minimumOpen, per, busyHours: busyHours(target) });
    // Elsewhere it is what people want.
    const lint = found.filter(
      ({ code }) => code !== 'ALWAYS_OPEN' || target.stage === 'production',
    );
    this.#kept.set(input.policy, { lint, at: now });
    return lint;
  }
}
