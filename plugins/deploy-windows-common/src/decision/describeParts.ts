import type { EffectivePolicy } from '../schedule';
import { noticeAudience, titleOfAudience, titleOfRule } from './ruleTitles';
import type { Cause, Decision, Ground } from './decision';
import type { FormatInstant } from './describeDecision';
import type { Step } from './explain';
import type { Warning } from './warning';

// The smaller parts of a decision in words. Each is a part of a sentence, without a full stop.

export function describeOpening(because: readonly Cause[], policy: EffectivePolicy): string {
  if (because.length === 0)
    return policy.openByDefault.open ? 'open by default' : 'nothing holds it then';
  return because.map(cause => nameOf(cause, policy)).join(' and ');
}

/** `Agreed with IPM ends`, `Thanksgiving begins`. */
export function describeClosing(because: Cause, policy: EffectivePolicy): string {
  return `${nameOf(because, policy)} ${because.gate === 'freeze' ? 'begins' : 'ends'}`;
}

function nameOf({ gate, rule, by }: Cause, policy: EffectivePolicy): string {
  if (by?.startsWith('notice:'))
    return `the notice to ${titleOfAudience(noticeAudience(rule), policy)}`;
  if (by?.startsWith('override:')) return 'an override';
  if (gate === 'default' && by === undefined) return 'the default';
  return titleOfRule(by ?? rule, policy);
}

export function describeGround(ground: Ground, policy: EffectivePolicy): string {
  switch (ground.code) {
    case 'ALLOW':
      return `inside ${titleOfRule(ground.by, policy)}`;
    case 'AGREED_TIME':
      return `inside ${titleOfRule(ground.by, policy)}, which ${titleOfAudience(noticeAudience(ground.rule), policy)} know`;
    case 'NOTICE':
      return `${titleOfAudience(noticeAudience(ground.rule), policy)} were told`;
    case 'OVERRIDE':
      return 'an override sets a rule aside';
    case 'OPEN_BY_DEFAULT':
      return 'open by default';
    case 'PASSES_WINDOWS':
      return `a ${ground.rule} passes windows`;
    default:
      throw new Error(ground satisfies never);
  }
}

export function describeWarning(
  { code, about = '', text, at }: Warning,
  policy: EffectivePolicy,
  format: FormatInstant,
): string {
  switch (code) {
    case 'OVERRIDE_USED':
      return 'an override is used';
    case 'FREEZE_PASSED_BY_ROLLBACK':
      return `a rollback passes ${titleOfRule(about, policy)}`;
    case 'RETROSPECTIVE_NOTICE_DUE':
      return `tell ${titleOfAudience(noticeAudience(about), policy)} by ${format(at ?? 0)}`;
    case 'CLOSES_SOON':
      return `it closes ${format(at ?? 0)}`;
    case 'FIT_WARN':
      return `it may run past the close${at === undefined ? '' : ` at ${format(at)}`}`;
    case 'READINESS_WARN':
      return text ? `not ready: ${text}` : 'nobody knows whether it is ready';
    case 'LOCK_WARN':
      return `the lock ${about} is held`;
    case 'NEAR_CLOCK_CHANGE':
      return `the clocks of ${about} change ${format(at ?? 0)}`;
    case 'TZDATA_DISPUTED':
    case 'INPUT_UNAVAILABLE':
    case 'CATALOG_STALE':
    case 'FEED_STALE':
    case 'RELATED_DEPLOY':
      return text ?? about;
    default:
      throw new Error(code satisfies never);
  }
}

const WHY_NOT = {
  environment: 'it is for other environments',
  stage: 'it is for other stages',
  scope: 'its scope leaves this service out',
  'change-type': 'it does not concern this kind of change',
} as const;

/** One window of an explanation. */
export function describeStep(
  { kind, title, whyNot, active, end, nextStart, effect, problem }: Step,
  format: FormatInstant,
): string {
  if (whyNot !== undefined) return `${title}: not asked, ${WHY_NOT[whyNot]}`;
  const until = end === undefined ? '' : ` until ${format(end)}`;
  const next = nextStart === undefined ? 'and no next time is known' : `next ${format(nextStart)}`;
  switch (effect) {
    case 'holds':
      return `${title}: holds${until}`;
    case 'lets-through':
      return kind === 'notice' ? `${title}: an agreed time${until}` : `${title}: open${until}`;
    case 'constrains':
      return kind === 'notice'
        ? `${title}: no agreed time now, ${next}`
        : `${title}: closed now, ${next}`;
    case 'unreadable-holds':
      return `${title}: holds, because it cannot be read (${problem ?? 'unknown'})`;
    case 'unreadable-opens-nothing':
      return `${title}: opens nothing, because it cannot be read (${problem ?? 'unknown'})`;
    case 'exempted':
      return `${title}: would hold${until}, but this service is exempt`;
    case 'overridden':
      return `${title}: would hold${until}, but an override sets it aside`;
    case 'none':
      return `${title}: ${active ? 'holds nothing' : `does not hold now, ${next}`}`;
    default:
      throw new Error(effect satisfies never);
  }
}

/** The state of a target in one word, for chips and rows. */
export type StateWord =
  | 'open'
  | 'notice-needed'
  | 'closed'
  | 'freeze'
  | 'closes-soon'
  | 'locked'
  | 'not-ready'
  | 'unknown';

export function stateOf(decision: Decision): StateWord {
  if (decision.outcome === 'allowed') {
    return decision.warnings.some(({ code }) => code === 'CLOSES_SOON') ? 'closes-soon' : 'open';
  }
  const code = decision.reasons[0]?.code;
  switch (code) {
    case 'FREEZE_ACTIVE':
      return 'freeze';
    case 'INPUT_INVALID':
    case 'INPUT_UNAVAILABLE':
    case undefined:
      return 'unknown';
    case 'OUTSIDE_ALLOW':
    case 'CLOSED_BY_DEFAULT':
    case 'WOULD_NOT_FIT':
    case 'LIMIT_REACHED':
      return 'closed';
    case 'NOTICE_REQUIRED':
    case 'NOTICE_PENDING':
      return 'notice-needed';
    case 'READINESS_NOT_READY':
    case 'READINESS_UNKNOWN':
      return 'not-ready';
    case 'LOCK_HELD':
      return 'locked';
    default:
      throw new Error(code satisfies never);
  }
}
