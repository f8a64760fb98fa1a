import {
  RiAlertLine,
  RiArrowDownCircleLine,
  RiCloseCircleFill,
  RiShieldCheckLine,
  RiStopCircleLine,
} from '@remixicon/react';
import type { Tone } from 'backstage-plugin-infra-overview-common';
import type { ReactElement } from 'react';
import { StateChip } from '../kit';
import type { PathMark } from './pathMarks';

const LOOKS: Readonly<
  Record<PathMark, { readonly label: string; readonly tone: Tone; readonly icon: ReactElement }>
> = {
  broken: { label: 'is down', tone: 'bad', icon: <RiCloseCircleFill size={12} aria-hidden /> },
  stops: { label: 'stops with it', tone: 'bad', icon: <RiStopCircleLine size={12} aria-hidden /> },
  degrades: {
    label: 'runs with less',
    tone: 'warning',
    icon: <RiArrowDownCircleLine size={12} aria-hidden />,
  },
  survives: {
    label: 'should survive',
    tone: 'good',
    icon: <RiShieldCheckLine size={12} aria-hidden />,
  },
};

/** What becomes of a box: a word, a shape of its own, and a colour. */
export const MarkChip = ({ mark }: { readonly mark: PathMark }) => <StateChip {...LOOKS[mark]} />;

const OUTCOMES = {
  stops: LOOKS.stops.tone,
  degrades: LOOKS.degrades.tone,
  survives: LOOKS.survives.tone,
  'no-effect-known': 'unknown',
} as const satisfies Readonly<Record<string, Tone>>;

export const OutcomeChip = ({
  outcome,
  label,
}: {
  readonly outcome: keyof typeof OUTCOMES;
  readonly label: string;
}) => (
  <StateChip
    label={label}
    tone={OUTCOMES[outcome]}
    {...(outcome === 'no-effect-known' && { icon: <RiAlertLine size={12} aria-hidden /> })}
  />
);
