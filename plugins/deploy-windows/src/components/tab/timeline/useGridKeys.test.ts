import { aTimeline } from '../../../__testUtils__/aTimeline';
import { piecesOf } from './pieces';
import { moved } from './useGridKeys';

const { days, targets } = aTimeline();
// Tuesday has three pieces, Wednesday two.
const rows = piecesOf(days, targets[0]?.segments ?? []);

it.each([
  ['ArrowRight', { row: 0, column: 0 }, { row: 0, column: 1 }],
  ['ArrowRight', { row: 0, column: 2 }, { row: 1, column: 0 }],
  ['ArrowRight', { row: 1, column: 1 }, undefined],
  ['ArrowLeft', { row: 1, column: 0 }, { row: 0, column: 2 }],
  ['ArrowLeft', { row: 0, column: 0 }, undefined],
  ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 0 }],
  ['ArrowUp', { row: 1, column: 1 }, { row: 0, column: 2 }],
  ['Home', { row: 0, column: 2 }, { row: 0, column: 0 }],
  ['End', { row: 0, column: 0 }, { row: 0, column: 2 }],
  ['x', { row: 0, column: 0 }, undefined],
])('%s at %j leads to %j', (key, from, to) => {
  expect(moved(rows, from, key)).toEqual(to);
});
