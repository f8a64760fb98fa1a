import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import type { Grant, GrantName } from '../../access/useGrants';
import { overridableRules } from '../../lib/decisions';

export type ActionName =
  'explain' | 'notice' | 'override' | 'take' | 'hold' | 'release' | 'break' | 'record';

export interface Action {
  readonly name: Exclude<ActionName, 'explain'>;
  readonly label: string;
  readonly grant: Grant;
  /** The one that helps most now. */
  readonly isFirst?: boolean;
}

type Grants = Readonly<Record<GrantName, Grant>>;

/** What makes sense for an answer, most helpful first; whether the reader may do it comes with it. */
export function actionsFor(decision: DecisionAnswer, grants: Grants): readonly Action[] {
  const actions: Action[] = [];
  const { notices, outcome } = decision;
  if (notices.length > 0) {
    const [only, ...others] = notices;
    actions.push({
      name: 'notice',
      label: others.length === 0 && only !== undefined ? `Tell ${only.title}` : 'Tell the audience',
      // Either of the two opens the dialog; it offers only what may be done.
      grant: grants.sendNotice.state === 'granted' ? grants.sendNotice : grants.recordNotice,
      isFirst: decision.state === 'notice-needed',
    });
  }
  if (outcome === 'allowed') {
    actions.push({ name: 'take', label: 'Take the lock', grant: grants.takePermit });
  }
  if (outcome === 'blocked' && overridableRules(decision).length > 0) {
    actions.push({ name: 'override', label: 'Request override', grant: grants.requestOverride });
  }
  actions.push(lockAction(decision, grants));
  actions.push({ name: 'record', label: 'Record a deployment', grant: grants.record });
  return actions;
}

function lockAction({ lock, principal }: DecisionAnswer, grants: Grants): Action {
  if (!lock.held) return { name: 'hold', label: 'Hold the lock', grant: grants.holdLock };
  if (lock.holder === principal) {
    return { name: 'release', label: 'Release the lock', grant: grants.holdLock, isFirst: true };
  }
  return { name: 'break', label: 'Break the lock', grant: grants.breakLock };
}
