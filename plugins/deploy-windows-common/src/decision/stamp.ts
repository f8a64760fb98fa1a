import type { EffectivePolicy, Tables } from '../schedule';
import { canonicalText } from './canonicalText';
import { compile } from './compile';
import type { DecisionInput, InputStamp } from './input';

/** The inputs of a decision as plain JSON: enough to decide again, whatever the rules and zone data are by then. */
export interface RecordedInput extends Omit<DecisionInput, 'policy' | 'stamp'> {
  readonly policy: EffectivePolicy;
  readonly tables: Tables;
  readonly stamp: Omit<InputStamp, 'inputsHash'>;
}

/** An input with the hash of what it is made of. The digest is handed in, such as SHA-256. */
export function stampInput(
  input: Omit<DecisionInput, 'stamp'>,
  stamp: Omit<InputStamp, 'inputsHash'>,
  digest: (text: string) => string,
): DecisionInput {
  const { policy: _, tables: __, ...rest } = recordedInput(input, stamp);
  // Policy and tables are most of it, and the same for every request until the rules change.
  const inputsHash = digest(`${input.policy.text}\n${canonicalText(rest)}`);
  return { ...input, stamp: { ...stamp, inputsHash } };
}

export function recordedInput(
  input: Omit<DecisionInput, 'stamp'>,
  { tzdata, declaredAsOf, horizon }: Omit<InputStamp, 'inputsHash'>,
): RecordedInput {
  const { policy, ...rest } = input;
  return {
    ...rest,
    exemptions: byId(rest.exemptions),
    overrides: byId(rest.overrides),
    notices: byId(rest.notices),
    locks: byId(rest.locks),
    recentDeployments: byId(rest.recentDeployments),
    policy: {
      ...policy.policy,
      windows: [...policy.policy.windows].sort((a, b) => (a.key < b.key ? -1 : 1)),
    },
    tables: policy.tables,
    stamp: { tzdata, declaredAsOf, horizon },
  };
}

/** In one order, whatever the database gave. */
function byId<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The input as it was, to decide again. */
export function replayInput(recorded: RecordedInput, inputsHash: string): DecisionInput {
  const { policy, tables, stamp, ...rest } = recorded;
  return { ...rest, policy: compile(policy, tables), stamp: { ...stamp, inputsHash } };
}

/** One text for one input: keys are sorted, lists keep their order. */
export function recordedText(recorded: RecordedInput): string {
  return canonicalText(recorded);
}
