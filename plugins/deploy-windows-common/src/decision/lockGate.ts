import { lockHeld, type Lock } from '../locks';
import type { Instant } from '../time';
import type { DecisionInput } from './input';
import type { Plan } from './plan';

export interface LockFinding {
  readonly lock: Lock;
  readonly effect: 'holds' | 'warns' | 'passes';
}

/** The lock of the target, and what it means for this change. A rollback by its own holder goes on. */
export function lockFinding(
  { locks, policy, request }: DecisionInput,
  { changes }: Plan,
  at: Instant,
): LockFinding | undefined {
  const lock = lockHeld(locks, policy.policy.lock.key, at);
  if (lock === undefined) return undefined;
  switch (changes.lock) {
    case 'gates':
      return { lock, effect: 'holds' };
    case 'gates-others':
      return { lock, effect: lock.holder === request.principal ? 'passes' : 'holds' };
    case 'warns':
      return { lock, effect: 'warns' };
    case 'passes':
      return { lock, effect: 'passes' };
    default:
      throw new Error(changes.lock satisfies never);
  }
}
