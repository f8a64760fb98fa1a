import {
  decide,
  gatesOf,
  SECOND,
  type Decision,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { unavailable } from '../api/coded';
import type { LoadedInput } from '../decision/InputLoader';
import type { StoredLock } from '../locks/LockStore';
import { permitMessages } from './permitMessages';
import type { NewPermit, PermitLedger } from './PermitStore';
import { startBy } from './startBy';

const MOST_SKEW = 30 * SECOND;

export interface Issue {
  readonly loaded: LoadedInput;
  readonly artifact?: string;
  readonly reason: string;
  readonly runKey?: string;
  /** Milliseconds that the lock lives without a renewal. */
  readonly ttl: number;
  readonly maxAge: number;
  readonly idempotencyKey?: string;
  readonly newId: () => string;
  /** Clock of this replica. */
  readonly clock: () => Instant;
}

/** Thrown inside the transaction, so that nothing of it stays. */
export class NotIssued extends Error {
  /** Absent: what was known is out of date, ask again. */
  readonly decision: Decision | undefined;

  constructor(decision?: Decision) {
    super('No permit');
    this.decision = decision;
  }
}

export interface IssuedPermit {
  readonly permit: NewPermit;
  readonly decision: Decision;
  readonly lock?: StoredLock;
}

/** Verdict, lock, permit, override and log row. Always in this order, so that two starts never wait for each other. */
export async function issuePermit(ledger: PermitLedger, issue: Issue): Promise<IssuedPermit> {
  const { loaded, newId } = issue;
  const { request, policy } = loaded.input;
  const { lock: rule, mustFit } = policy.policy;
  // Somebody wrote since the input was loaded; while the epoch is ours nobody else can.
  if (ledger.epochBefore !== loaded.runtime.epoch) throw new NotIssued();
  const token = await ledger.nextToken(rule.key, rule.policy);
  const at = await ledger.now();
  checkSkew(at, issue.clock());
  const decision = decide(loaded.input, at);
  if (decision.outcome === 'blocked') throw new NotIssued(decision);

  const lock = takesLock(decision) ? await takeLock(ledger, issue, token, at) : undefined;
  if (lock) await ledger.leaveQueue(rule.key, rule.policy, issue.runKey);
  const permit: NewPermit = {
    id: newId(),
    target: request.target,
    changeType: request.changeType,
    principal: request.principal,
    decisionId: newId(),
    ...(issue.artifact !== undefined && { artifact: issue.artifact }),
    ...(lock && { lockId: lock.id }),
    ...(decision.overrides[0] !== undefined && { overrideId: decision.overrides[0] }),
    ...(issue.idempotencyKey !== undefined && { idempotencyKey: issue.idempotencyKey }),
    issuedAt: at,
    startBy: startBy(decision, {
      issuedAt: at,
      maxAge: issue.maxAge,
      mustFit,
      ...(lock?.expiresAt !== undefined && { lockExpiresAt: lock.expiresAt }),
    }),
    ...(decision.finishBy !== undefined && { finishBy: decision.finishBy }),
  };
  await ledger.insert(permit);
  if (!(await ledger.consumeOverrides(decision.overrides, permit.id, at))) throw new NotIssued();
  await ledger.log({ id: permit.decisionId, decision, loaded, purpose: 'permit' });
  const used = loaded.runtime.overrides.filter(({ id }) => decision.overrides.includes(id));
  await ledger.tell(permitMessages(permit, used, loaded.target));
  return { permit, decision, ...(lock && { lock }) };
}

/** A restart or a stop takes no lock, and a rollback by the holder goes on under the one that is held. */
export function takesLock({ changeType, lock }: Pick<Decision, 'changeType' | 'lock'>): boolean {
  const gate = gatesOf(changeType).lock;
  return lock.held === undefined && (gate === 'gates' || gate === 'gates-others');
}

async function takeLock(
  ledger: PermitLedger,
  { loaded, reason, ttl, newId }: Issue,
  token: number,
  at: Instant,
): Promise<StoredLock> {
  const { request, policy } = loaded.input;
  const { key, policy: queue } = policy.policy.lock;
  await ledger.closeExpired(key, at);
  const wish = {
    id: newId(),
    key,
    policy: queue,
    kind: 'run',
    holder: request.principal,
    reason,
    target: request.target,
  } as const;
  const lock = await ledger.takeLock({ ...wish, since: at, expiresAt: at + ttl }, token);
  if (lock === undefined) throw new NotIssued();
  return lock;
}

function checkSkew(database: Instant, own: Instant): void {
  if (Math.abs(database - own) <= MOST_SKEW) return;
  throw unavailable(
    'CLOCK_SKEW',
    'The clock of this replica and that of the database differ by more than 30 seconds; no permits until that is mended',
  );
}
