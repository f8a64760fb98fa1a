import type { FailureAnswer } from './failure';

export const OUTCOME_WORDS: Readonly<Record<FailureAnswer['outcome'], string>> = {
  stops: 'stops',
  degrades: 'runs on, with less',
  survives: 'should survive',
  'no-effect-known': 'no effect known',
};
