import { instantText, type SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  noticeAudience,
  titleOfAudience,
  titleOfRule,
  type EffectivePolicy,
  type Segment,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';

export function segmentAnswer(
  { start, end, state, rules }: Segment,
  policy: EffectivePolicy,
  display: Display,
): SegmentAnswer {
  return {
    start: instantText(start),
    end: instantText(end),
    state,
    rules: rules.map(rule => ruleAnswer(rule, policy)),
    text: display.range(start, end),
  };
}

/** A closed gate by its name. */
function ruleAnswer(rule: string, policy: EffectivePolicy): SegmentAnswer['rules'][number] {
  const window = policy.windows.find(({ key }) => key === rule);
  if (window) return { rule, title: window.title, level: window.level };
  const [word, rest] = [rule.slice(0, rule.indexOf(':')), rule.slice(rule.indexOf(':') + 1)];
  switch (word) {
    case 'allow': {
      const titles = policy.windows
        .filter(({ kind, level }) => kind === 'allow' && level === rest)
        .map(({ title }) => title);
      return {
        rule,
        title:
          titles.length === 1 ? `outside ${titles[0]}` : `outside ${titleOfRule(rule, policy)}`,
        level: rest,
      };
    }
    case 'notice':
      return { rule, title: `${titleOfAudience(noticeAudience(rule), policy)} must be told first` };
    case 'default':
      return { rule, title: 'closed by default' };
    default:
      return { rule, title: titleOfRule(rule, policy) };
  }
}
