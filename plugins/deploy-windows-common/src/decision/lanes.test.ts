import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import { lanes } from './lanes';
import { timeline } from './timeline';

const at = (text: string) => Date.parse(`${text}Z`);
const [start, end] = [at('2026-11-24T00:00'), at('2026-12-01T00:00')];
const texts = (input: ReturnType<typeof anInput>) =>
  lanes(input, start, end).map(
    ({ window, ranges }) =>
      `${window}: ${ranges.map(range => `${new Date(range.start).toISOString().slice(5, 16)}/${new Date(range.end).toISOString().slice(5, 16)}`).join(' ')}`,
  );

const tuesdays = aWindow({
  key: `${LEVELS.system}/tue`,
  level: LEVELS.system,
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
});
const holidays = aWindow({
  key: `${LEVELS.domain}/thanksgiving`,
  level: LEVELS.domain,
  kind: 'freeze',
  schedule: { type: 'once', start: '2026-11-25T17:00', end: '2026-12-30T08:00' },
});

it.each([
  ['none', [], []],
  ['each occurrence', [tuesdays], [`${LEVELS.system}/tue: 11-24T15:00/11-24T16:00`]],
  [
    'outermost level first, cut to what was asked',
    [tuesdays, holidays],
    [
      `${LEVELS.domain}/thanksgiving: 11-25T23:00/12-01T00:00`,
      `${LEVELS.system}/tue: 11-24T15:00/11-24T16:00`,
    ],
  ],
  ['not one that does not govern', [{ ...tuesdays, environments: ['staging'] }], []],
  ['not one of other changes', [{ ...tuesdays, changeTypes: ['rollback' as const] }], []],
  [
    'a freeze that cannot be resolved holds all the time',
    [{ ...holidays, timeZone: 'Nowhere/Land' }],
    [`${LEVELS.domain}/thanksgiving: 11-24T00:00/12-01T00:00`],
  ],
  [
    'an allow that cannot be resolved opens nothing',
    [{ ...tuesdays, timeZone: 'Nowhere/Land' }],
    [`${LEVELS.system}/tue: `],
  ],
])('%s', (_, windows, expected) => {
  expect(texts(anInput({ windows }))).toEqual(expected);
});

it('agrees with the timeline: open where an allow is and no freeze', () => {
  const input = anInput({ windows: [tuesdays, holidays] });
  const open = timeline(input, start, end).filter(({ state }) => state === 'open');
  expect(open.map(range => [range.start, range.end])).toEqual([
    [at('2026-11-24T15:00'), at('2026-11-24T16:00')],
  ]);
});
