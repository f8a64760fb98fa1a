import {
  RiCheckLine,
  RiCloseLine,
  RiHourglassFill,
  RiPlugLine,
  RiQuestionLine,
  RiSubtractLine,
  RiTimeLine,
} from '@remixicon/react';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import type { DescribedState } from '../describe';

export type Status = CheckAnswer['status'];

/** Word, shape and colour of what a check is worth. */
export function describeStatus(status: Status, size: number = 14): DescribedState {
  switch (status) {
    case 'pass':
      return { word: 'Met', icon: <RiCheckLine size={size} aria-hidden />, tone: 'good' };
    case 'waived':
      return { word: 'Waived', icon: <RiTimeLine size={size} aria-hidden />, tone: 'warning' };
    case 'not-applicable':
      return {
        word: 'Does not apply',
        icon: <RiSubtractLine size={size} aria-hidden />,
        tone: 'neutral',
      };
    case 'expired':
      return {
        word: 'Confirmation out of date',
        icon: <RiHourglassFill size={size} aria-hidden />,
        tone: 'bad',
      };
    case 'unknown':
      return {
        word: 'Not known',
        icon: <RiQuestionLine size={size} aria-hidden />,
        tone: 'unknown',
      };
    case 'error':
      return {
        word: 'Could not be checked',
        icon: <RiPlugLine size={size} aria-hidden />,
        tone: 'unknown',
      };
    case 'fail':
      return { word: 'Not met', icon: <RiCloseLine size={size} aria-hidden />, tone: 'bad' };
    default:
      throw new Error(status satisfies never);
  }
}

/** Worst first, as the server sorts rows. */
export const STATUS_ORDER: readonly Status[] = [
  'fail',
  'expired',
  'error',
  'unknown',
  'waived',
  'pass',
  'not-applicable',
];
