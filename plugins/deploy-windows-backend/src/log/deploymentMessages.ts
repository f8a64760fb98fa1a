import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage, OutboxNotification } from '../outbox/OutboxMessage';
import type { EntityFacts } from '../policy/TargetDirectory';
import type { RunningDeployment, StoredDeployment } from './DeploymentStore';
import { isEntityRef } from './permitMessages';

/** A start, or one that is over; the owner hears of one that no permit covers. */
export function recordedMessages(
  deployment: StoredDeployment,
  facts: EntityFacts,
): readonly OutboxMessage[] {
  const { id, target, by, unpermitted, result } = deployment;
  const told = changed(deployment, result === 'running' ? 'started' : result);
  if (!unpermitted || facts.owner === undefined) return [told];
  const notify: OutboxNotification = {
    recipients: [facts.owner],
    title: `Deploy without a permit: ${facts.title}`,
    description: `${by} deployed ${deployment.version ?? 'something'} to ${target} at ${instantText(deployment.startedAt)}, and no permit covers it.`,
    severity: 'high',
    scope: `deployment:${id}`,
    except: by,
  };
  return [
    told,
    {
      ...told,
      dedupeKey: `deployment:${id}:unpermitted`,
      payload: { ...told.payload, step: 'unpermitted' },
      notify,
    },
  ];
}

export function finishedMessages(deployment: StoredDeployment): readonly OutboxMessage[] {
  return [changed(deployment, deployment.result)];
}

/** The opening closes soon while it runs, or has closed. */
export function lateMessages(
  { deployment, permit }: RunningDeployment,
  step: 'closing' | 'overrun',
  finishBy: Instant,
  owner: string | undefined,
): readonly OutboxMessage[] {
  const { id, target } = deployment;
  const people = [permit?.principal, deployment.by, owner].flatMap(ref =>
    ref !== undefined && isEntityRef(ref) ? [ref] : [],
  );
  const message = changed(deployment, step);
  if (people.length === 0) return [message];
  const words =
    step === 'closing'
      ? 'closes soon and a deployment still runs'
      : 'has closed and a deployment still runs';
  return [
    {
      ...message,
      notify: {
        recipients: [...new Set(people)],
        title: `The opening of ${target} ${words}`,
        description: `Its permit names ${instantText(finishBy)} as the end. Nothing is stopped by itself.`,
        severity: 'high',
        scope: `deployment:${id}:${step}`,
      },
    },
  ];
}

function changed(
  { id, target, changeType, version, source, externalId, by }: StoredDeployment,
  step: string,
): OutboxMessage {
  return {
    dedupeKey: `deployment:${id}:${step}`,
    topic: 'deploy-windows.deployment-changed',
    payload: {
      deploymentId: id,
      target,
      changeType,
      source,
      externalId,
      by,
      step,
      ...(version !== undefined && { version }),
    },
  };
}
