import type { EffectivePolicy } from '../schedule';
import type { RuleKey } from './rule';

/** What people call a window, an audience or a level; the key itself where they call it nothing. */
export function titleOfRule(key: RuleKey, policy: EffectivePolicy): string {
  const window = policy.windows.find(other => other.key === key);
  if (window) return window.title;
  const [word = '', rest = ''] = split(key);
  switch (word) {
    case 'notice':
      return `the notice to ${titleOfAudience(rest, policy)}`;
    case 'override':
      return 'an override';
    case 'allow':
      return `the windows of ${rest}`;
    default:
      return key;
  }
}

export function titleOfAudience(
  audience: string | undefined,
  { audiences }: EffectivePolicy,
): string {
  return audiences.find(({ key }) => key === audience)?.title ?? audience ?? 'somebody';
}

export function noticeAudience(rule: RuleKey): string {
  return split(rule)[1] ?? rule;
}

function split(key: string): readonly string[] {
  const colon = key.indexOf(':');
  return [key.slice(0, colon), key.slice(colon + 1)];
}
