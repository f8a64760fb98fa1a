import { RiAlertLine, RiCheckLine, RiCloseCircleLine, RiQuestionLine } from '@remixicon/react';
import type { Tone } from 'backstage-plugin-infra-overview-common';
import type { ReactElement } from 'react';

/** A tone is a colour and an icon and a word: colour never says it alone. Neutral has neither icon nor word. */
export function toneIcon(tone: Tone, size: number = 14): ReactElement | undefined {
  switch (tone) {
    case 'good':
      return <RiCheckLine size={size} aria-hidden />;
    case 'warning':
      return <RiAlertLine size={size} aria-hidden />;
    case 'bad':
      return <RiCloseCircleLine size={size} aria-hidden />;
    case 'unknown':
      return <RiQuestionLine size={size} aria-hidden />;
    case 'neutral':
      return undefined;
    default:
      throw new Error(tone satisfies never);
  }
}

/** Read out before the text of a toned line. */
export function toneWord(tone: Tone): string | undefined {
  switch (tone) {
    case 'good':
      return 'Good';
    case 'warning':
      return 'Mind';
    case 'bad':
      return 'Bad';
    case 'unknown':
      return 'Unknown';
    case 'neutral':
      return undefined;
    default:
      throw new Error(tone satisfies never);
  }
}
