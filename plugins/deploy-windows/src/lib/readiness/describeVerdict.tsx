import { RiCheckLine, RiListCheck3, RiQuestionLine, RiTimeLine } from '@remixicon/react';
import type { VerdictAnswer } from 'backstage-plugin-deploy-windows-common';
import type { DescribedState } from '../describe';

export type VerdictWord = VerdictAnswer['verdict'];

/** Worst first. */
export const VERDICT_ORDER: readonly VerdictWord[] = [
  'not-ready',
  'not-assessed',
  'ready-with-waivers',
  'ready',
];

/** Word, shape and colour of a verdict. */
export function describeVerdict(verdict: VerdictWord, size: number = 14): DescribedState {
  switch (verdict) {
    case 'ready':
      return { word: 'Ready', icon: <RiCheckLine size={size} aria-hidden />, tone: 'good' };
    case 'ready-with-waivers':
      return {
        word: 'Ready with waivers',
        icon: <RiTimeLine size={size} aria-hidden />,
        tone: 'warning',
      };
    case 'not-assessed':
      return {
        word: 'Not assessed',
        icon: <RiQuestionLine size={size} aria-hidden />,
        tone: 'unknown',
      };
    case 'not-ready':
      return { word: 'Not ready', icon: <RiListCheck3 size={size} aria-hidden />, tone: 'bad' };
    default:
      throw new Error(verdict satisfies never);
  }
}

/** A word of a decision, which a newer server may have more of. */
export function isVerdictWord(text: string): text is VerdictWord {
  return (VERDICT_ORDER as readonly string[]).includes(text);
}
