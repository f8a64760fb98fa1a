import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { KnownTarget } from '../policy/TargetDirectory';
import { ownersOf } from './governedTargets';
import type { StoredWindow } from './WindowStore';

export type FreezeStep = 'created' | 'changed' | 'withdrawn';

const MOST_NAMED = 20;
const WORDS: Readonly<Record<FreezeStep, string>> = {
  created: 'Freeze',
  changed: 'Freeze changed',
  withdrawn: 'Freeze lifted',
};

/** Tells the owners of what a freeze holds; above twenty targets they are counted, not named. Other windows are told to nobody. */
export function freezeMessages(
  { id, window, isIncident }: StoredWindow,
  {
    step,
    targets,
    by,
    at,
    sentence,
  }: {
    readonly step: FreezeStep;
    readonly targets: readonly KnownTarget[];
    readonly by: string;
    readonly at: Instant;
    readonly sentence: string;
  },
): readonly OutboxMessage[] {
  if (window.kind !== 'freeze') return [];
  const recipients = ownersOf(targets);
  return [
    {
      dedupeKey: `freeze-changed:${id}:${window.version}`,
      topic: 'deploy-windows.freeze-changed',
      payload: {
        step,
        window: window.key,
        version: window.version,
        level: window.level,
        title: window.title,
        incident: isIncident,
        hard: window.hard ?? false,
        by,
        at,
        targets: targets.slice(0, MOST_NAMED).map(({ key }) => key),
        targetCount: targets.length,
      },
      ...(recipients.length > 0 && {
        notify: {
          recipients,
          title: `${isIncident && step === 'created' ? 'Incident freeze' : WORDS[step]}: ${window.title}`,
          description: `${step === 'withdrawn' ? 'No longer holds' : 'Holds'} ${namesOf(targets)}. ${sentence}.`,
          link: '/deploy-windows',
          severity: isIncident && step === 'created' ? ('critical' as const) : ('normal' as const),
          scope: `deploy-windows:freeze:${id}`,
          except: by,
        },
      }),
    },
  ];
}

function namesOf(targets: readonly KnownTarget[]): string {
  if (targets.length > MOST_NAMED) return `${targets.length} targets`;
  return targets.map(({ facts, environment }) => `${facts.title} ${environment}`).join(', ');
}
