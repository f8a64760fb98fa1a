import type { EffectivePolicy, RuleKey } from 'backstage-plugin-deploy-windows-common/evaluator';

/** What an override sets aside, in the words of whoever declared it. */
export function describeRule(
  rule: RuleKey,
  { windows, audiences }: Pick<EffectivePolicy, 'windows' | 'audiences'>,
): string {
  const window = windows.find(({ key }) => key === rule);
  if (window) return window.title;
  const colon = rule.indexOf(':');
  const [word, rest] = [rule.slice(0, colon), rule.slice(colon + 1)];
  switch (word) {
    case 'allow':
      return `the windows of ${rest}`;
    case 'default':
      return 'closed by default';
    case 'notice':
      return `the notice to ${audiences.find(({ key }) => key === rest)?.title ?? rest}`;
    case 'fit':
      return 'that it ends before the window closes';
    case 'limit':
      return rest === 'minGap'
        ? 'the time between two deployments'
        : 'how many deployments an opening takes';
    case 'policy':
      return `what cannot be read at ${rest}`;
    case 'input':
      return `what is missing: ${rest}`;
    default:
      return rule;
  }
}
