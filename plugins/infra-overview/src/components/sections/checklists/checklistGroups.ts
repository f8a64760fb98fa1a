import {
  itemsOf,
  type ChecklistItem,
  type ConformanceAnswer,
} from 'backstage-plugin-infra-overview-common';
import { grouped, levelRank, type Shown } from '../shared';
import { answerFor, answerState, type AnswerState } from './answerFor';

export type ChecklistFilter = 'all' | 'must' | 'open';

export interface AnsweredItem {
  readonly shown: Shown<ChecklistItem>;
  readonly answer: ConformanceAnswer | undefined;
  readonly state: AnswerState;
}

export function answeredItems(
  items: readonly Shown<ChecklistItem>[],
  conformance: readonly ConformanceAnswer[] | undefined,
): readonly AnsweredItem[] {
  const answers = itemsOf(conformance);
  return items.map(shown => {
    const answer = answerFor(answers, shown.item.id);
    return { shown, answer, state: answerState(answer) };
  });
}

/** `open`: what is not met and what nobody answered. */
export function filtered(
  items: readonly AnsweredItem[],
  filter: ChecklistFilter,
): readonly AnsweredItem[] {
  switch (filter) {
    case 'all':
      return items;
    case 'must':
      return items.filter(({ shown }) => levelRank(shown.item.level) < 2);
    case 'open':
      return items.filter(({ state }) => state === 'not-met' || state === 'not-answered');
    default:
      throw new Error(filter satisfies never);
  }
}

const NO_GROUP = 'Without a group';

/** Under their headings, in the order written; within each, what is demanded first. */
export function checklistGroups(
  items: readonly AnsweredItem[],
): readonly (readonly [string, readonly AnsweredItem[]])[] {
  const groups = grouped(items, ({ shown }) => shown.item.group ?? NO_GROUP, NO_GROUP);
  return groups.map(([group, members]) => [group, mustFirst(members)]);
}

function mustFirst(items: readonly AnsweredItem[]): readonly AnsweredItem[] {
  return [...items].sort((a, b) => levelRank(a.shown.item.level) - levelRank(b.shown.item.level));
}
