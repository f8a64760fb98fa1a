import type { SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import { describeState } from '../../../lib/describe';

/** A stretch of time as a sentence: when, in which state, by which rule of which level. */
export function segmentWords({ text, state, rules }: SegmentAnswer): string {
  const held = rules.map(ruleWords).join('; ');
  return `${text}: ${describeState(state).word}${held === '' ? '' : `. ${held}`}`;
}

export function ruleWords({ title, level }: SegmentAnswer['rules'][number]): string {
  return level === undefined ? title : `${title} (${level})`;
}
