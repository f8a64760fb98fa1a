import {
  DAY,
  isTold,
  lockHeld,
  type Deployment,
  type InputProblem,
  type Instant,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Directory } from '../policy/Directory';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Runtime } from '../runtime/Runtime';

const MOST = 20;

export interface Around {
  readonly directory: Directory;
  readonly runtime: Pick<Runtime, 'locks' | 'notices'>;
  readonly recent: (target: TargetKey) => Promise<readonly Deployment[]>;
}

/** What those are doing in this environment whom the target depends on, or who depend on it. Useful, and too uncertain to hold anything. */
export async function relatedProblems(
  target: KnownTarget,
  { directory, runtime, recent }: Around,
  now: Instant,
): Promise<readonly InputProblem[]> {
  const found: InputProblem[] = [];
  for (const ref of directory.neighbours(target.entityRef).slice(0, MOST)) {
    const other = directory
      .ofEntity(ref)
      .find(({ environment }) => environment === target.environment);
    if (other === undefined) continue;
    const text = await whatHappens(other, runtime, recent, now);
    if (text !== undefined) found.push({ code: 'RELATED_DEPLOY', source: other.key, text });
  }
  return found;
}

async function whatHappens(
  { key, facts }: KnownTarget,
  { locks, notices }: Around['runtime'],
  recent: Around['recent'],
  now: Instant,
): Promise<string | undefined> {
  const lock = lockHeld(locks, key, now);
  if (lock) return `${facts.title} is locked by ${lock.holder} (${lock.reason})`;
  const running = (await recent(key)).find(
    ({ result, startedAt }) => result === 'running' && startedAt > now - DAY,
  );
  if (running) return `a ${running.changeType} of ${facts.title} is running`;
  const announced = notices.find(
    notice => notice.target === key && isTold(notice) && notice.from <= now && now < notice.to,
  );
  return announced && `a deploy of ${facts.title} is announced for this time`;
}
