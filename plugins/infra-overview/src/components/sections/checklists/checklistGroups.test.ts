import type { ChecklistItem, ConformanceAnswer } from 'backstage-plugin-infra-overview-common';
import { shownItems } from '../shared';
import { answerFor, describeCounts } from './answerFor';
import { answeredItems, checklistGroups, filtered } from './checklistGroups';

const ITEMS: readonly ChecklistItem[] = [
  { id: 'nice', group: 'Data', level: 'should' },
  { id: 'backups', group: 'Data', level: 'must' },
  { id: 'loose' },
  { id: 'no-names', group: 'People', level: 'must-not' },
];
const ANSWERS: readonly ConformanceAnswer[] = [
  { item: 'backups', status: 'met' },
  { item: 'no-names', status: 'not-met' },
];
const items = answeredItems(shownItems(ITEMS, 'checklists[launch].items', {}), ANSWERS);
const ids = (some: typeof items) => some.map(({ shown }) => shown.item.id);

it('puts what is demanded first within a group, and what has no group last', () => {
  expect(checklistGroups(items).map(([group, members]) => [group, ids(members)])).toEqual([
    ['Data', ['backups', 'nice']],
    ['People', ['no-names']],
    ['Without a group', ['loose']],
  ]);
});

it.each`
  filter    | left
  ${'all'}  | ${['nice', 'backups', 'loose', 'no-names']}
  ${'must'} | ${['backups', 'no-names']}
  ${'open'} | ${['nice', 'loose', 'no-names']}
`('$filter leaves $left', ({ filter, left }) => {
  expect(ids(filtered(items, filter))).toEqual(left);
});

it.each`
  states                                       | words
  ${['met', 'not-met', 'not-answered', 'met']} | ${'1 not met, 1 not answered, 2 met'}
  ${['not-applicable']}                        | ${'1 does not apply'}
  ${[]}                                        | ${''}
`('$states is "$words"', ({ states, words }) => {
  expect(describeCounts(states)).toBe(words);
});

it('answers an item whose id two levels share by the id as written', () => {
  expect(answerFor(ANSWERS, 'backups@standard')?.status).toBe('met');
});
