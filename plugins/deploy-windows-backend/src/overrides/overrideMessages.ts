import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { EffectivePolicy } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage, OutboxNotification } from '../outbox/OutboxMessage';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { StoredOverride } from './OverrideStore';

export type OverrideStep = 'requested' | 'approved' | 'revoked' | 'reviewed';

export interface Told {
  readonly step: OverrideStep;
  readonly by: string;
  readonly target: KnownTarget | undefined;
  readonly policy?: EffectivePolicy;
}

const WORDS: Readonly<Record<OverrideStep | 'asked', string>> = {
  asked: 'An override waits for your approval',
  requested: 'An override is in force',
  approved: 'An override is approved',
  revoked: 'An override is revoked',
  reviewed: 'An override is reviewed',
};

/** Tells whoever has to agree, or whoever asked and whose rule it is. */
export function overrideMessages(
  { override, titles }: StoredOverride,
  { step, by, target, policy }: Told,
): readonly OutboxMessage[] {
  const { id, rules, start, end, emergency, requestedBy } = override;
  const owner = target?.facts.owner;
  const needsApproval = step === 'requested' && override.twoPerson === true;
  const ruleOwners = (policy?.windows ?? [])
    .filter(({ key }) => rules.includes(key))
    .flatMap(window => window.owner ?? []);
  const recipients = needsApproval
    ? (policy?.override.by ?? listed(owner))
    : [...new Set([requestedBy, ...listed(owner), ...ruleOwners])];
  const name = target ? `${target.facts.title} ${target.environment}` : override.target;
  const notify: OutboxNotification = {
    recipients,
    title: `${WORDS[needsApproval ? 'asked' : step]}: ${name}`,
    description: `Sets aside ${titles.join(', ')}, until ${instantText(end)}. ${override.reason}`,
    ...(target && { link: linkOf(target) }),
    severity: step === 'requested' && (needsApproval || emergency) ? 'high' : 'normal',
    scope: `deploy-windows:override:${id}`,
    except: by,
  };
  return [
    {
      dedupeKey: `override:${id}:${step}`,
      topic: 'deploy-windows.override-changed',
      payload: {
        step,
        override: id,
        target: override.target,
        rules: [...rules],
        start,
        end,
        by,
        emergency: emergency ?? false,
      },
      ...(recipients.length > 0 && { notify }),
    },
  ];
}

function linkOf({ facts }: KnownTarget): string {
  return `/catalog/${facts.namespace}/${facts.kind.toLowerCase()}/${facts.name}`;
}

function listed(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}
