import type { StateChipProps } from 'backstage-plugin-infra-overview-react';

export interface DescribedEffect {
  readonly word: string;
  readonly tone: NonNullable<StateChipProps['tone']>;
}

const EFFECTS: Readonly<Record<string, DescribedEffect>> = {
  none: { word: 'No effect now', tone: 'neutral' },
  holds: { word: 'Holds', tone: 'bad' },
  'lets-through': { word: 'Lets through', tone: 'good' },
  constrains: { word: 'Closed outside it', tone: 'warning' },
  'unreadable-holds': { word: 'Cannot be read: holds', tone: 'bad' },
  'unreadable-opens-nothing': { word: 'Cannot be read: opens nothing', tone: 'bad' },
  exempted: { word: 'Lifted by an exemption', tone: 'good' },
  overridden: { word: 'Set aside by an override', tone: 'warning' },
};

/** What a window does to the answer. A word of a newer server is shown as it is. */
export function effectOf(effect: string): DescribedEffect {
  return EFFECTS[effect] ?? { word: effect, tone: 'unknown' };
}
