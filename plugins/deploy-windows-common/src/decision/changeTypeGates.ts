import type { ChangeType } from '../schedule';

/** What a change has to pass besides windows, which say themselves what they gate. */
export interface ChangeTypeGates {
  /** Where no level constrains and the default is closed. */
  readonly default: 'gates' | 'passes';
  /** What a start outside agreed times means when no window holds it. */
  readonly notice: 'gates' | 'afterwards' | 'passes';
  readonly fit: 'gates' | 'warns' | 'passes';
  readonly limits: 'gates' | 'passes';
  readonly readiness: 'gates' | 'warns' | 'passes';
  readonly lock: 'gates' | 'gates-others' | 'warns' | 'passes';
}

const ALL: ChangeTypeGates = {
  default: 'gates',
  notice: 'gates',
  fit: 'gates',
  limits: 'gates',
  readiness: 'gates',
  lock: 'gates',
};
const NONE: ChangeTypeGates = {
  default: 'passes',
  notice: 'passes',
  fit: 'passes',
  limits: 'passes',
  readiness: 'passes',
  lock: 'passes',
};

const GATES: Readonly<Record<ChangeType, ChangeTypeGates>> = {
  deploy: ALL,
  config: ALL,
  hotfix: { ...ALL, fit: 'warns', limits: 'passes', readiness: 'warns' },
  rollback: { ...NONE, notice: 'afterwards', fit: 'warns', lock: 'gates-others' },
  restart: { ...NONE, lock: 'warns' },
  stop: NONE,
};

export function gatesOf(changeType: ChangeType): ChangeTypeGates {
  return GATES[changeType];
}
