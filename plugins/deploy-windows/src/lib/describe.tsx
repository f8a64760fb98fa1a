import {
  RiCheckLine,
  RiFlag2Fill,
  RiHourglassFill,
  RiListCheck3,
  RiLock2Fill,
  RiQuestionLine,
  RiSnowflakeLine,
  RiStopFill,
} from '@remixicon/react';
import type { TargetState } from 'backstage-plugin-deploy-windows-common';
import type { StateChipProps } from 'backstage-plugin-infra-overview-react';
import type { ReactElement } from 'react';

/** Word, shape and colour of a state: none of them says it alone. */
export interface DescribedState {
  readonly word: string;
  readonly icon: ReactElement;
  readonly tone: NonNullable<StateChipProps['tone']>;
}

export function describeState(state: TargetState, size: number = 12): DescribedState {
  switch (state) {
    case 'open':
      return { word: 'Open', icon: <RiCheckLine size={size} aria-hidden />, tone: 'good' };
    case 'closes-soon':
      return {
        word: 'Closes soon',
        icon: <RiHourglassFill size={size} aria-hidden />,
        tone: 'warning',
      };
    case 'notice-needed':
      return {
        word: 'Notice needed',
        icon: <RiFlag2Fill size={size} aria-hidden />,
        tone: 'warning',
      };
    case 'closed':
      return { word: 'Closed', icon: <RiStopFill size={size} aria-hidden />, tone: 'bad' };
    case 'freeze':
      return { word: 'Freeze', icon: <RiSnowflakeLine size={size} aria-hidden />, tone: 'bad' };
    case 'locked':
      return { word: 'Locked', icon: <RiLock2Fill size={size} aria-hidden />, tone: 'bad' };
    case 'not-ready':
      return { word: 'Not ready', icon: <RiListCheck3 size={size} aria-hidden />, tone: 'bad' };
    case 'unknown':
      return {
        word: 'Unknown',
        icon: <RiQuestionLine size={size} aria-hidden />,
        tone: 'unknown',
      };
    default:
      throw new Error(state satisfies never);
  }
}
