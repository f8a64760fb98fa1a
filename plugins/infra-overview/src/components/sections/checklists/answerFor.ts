import type { ConformanceAnswer, Tone } from 'backstage-plugin-infra-overview-common';
import { wordLabel } from 'backstage-plugin-infra-overview-common';

export type AnswerState = ConformanceAnswer['status'] | 'not-answered';

/** Ids of items are unique in a document; one that two levels share carries the level after an @, which answers do not write. */
export function answerFor(
  answers: readonly ConformanceAnswer[],
  id: string,
): ConformanceAnswer | undefined {
  return (
    answers.find(({ item }) => item === id) ?? answers.find(({ item }) => item === id.split('@')[0])
  );
}

export function answerState(answer: ConformanceAnswer | undefined): AnswerState {
  return answer?.status ?? 'not-answered';
}

export function describeAnswer(state: AnswerState): {
  readonly label: string;
  readonly tone: Tone;
} {
  switch (state) {
    case 'met':
      return { label: wordLabel('met'), tone: 'good' };
    case 'not-met':
      return { label: wordLabel('not-met'), tone: 'bad' };
    case 'not-applicable':
      return { label: wordLabel('not-applicable'), tone: 'neutral' };
    case 'not-answered':
      return { label: 'not answered', tone: 'unknown' };
    default:
      throw new Error(state satisfies never);
  }
}

/** '3 met, 1 not met, 2 not answered'. Counts, never a share: an average hides the one that matters. */
export function describeCounts(states: readonly AnswerState[]): string {
  const order: readonly AnswerState[] = ['not-met', 'not-answered', 'met', 'not-applicable'];
  const parts = order.flatMap(state => {
    const amount = states.filter(other => other === state).length;
    return amount === 0 ? [] : `${amount} ${describeAnswer(state).label}`;
  });
  return parts.join(', ');
}
