import type { FactState, Tone } from '../tone';

export const NOT_STATED = 'not stated';
export const NONE = 'none';

export function notNeededText(reason: string): string {
  return `not needed: ${reason}`;
}

/** The tone of a state on its own; a stated value may still be bad news. */
export function toneOfState(state: FactState): Tone {
  switch (state) {
    case 'stated':
    case 'not-needed':
      return 'neutral';
    case 'none':
      return 'bad';
    case 'not-stated':
      return 'unknown';
    default:
      throw new Error(state satisfies never);
  }
}
