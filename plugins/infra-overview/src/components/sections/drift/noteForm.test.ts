import { NOW } from '../../../__testUtils__/anOverview';
import { missingOfNote } from './noteForm';

it.each`
  reason      | until           | missing
  ${'we pay'} | ${'2026-12-24'} | ${undefined}
  ${'we pay'} | ${'2026-11-24'} | ${undefined}
  ${' ab '}   | ${'2026-12-24'} | ${'Give a reason'}
  ${'we pay'} | ${''}           | ${'Give a day'}
  ${'we pay'} | ${'2026-11-23'} | ${'The day is over already'}
  ${'we pay'} | ${'2027-11-23'} | ${undefined}
  ${'we pay'} | ${'2027-11-24'} | ${'A year at most'}
`('"$reason" until $until: $missing', ({ missing, ...form }) => {
  expect(missingOfNote(form, NOW)).toBe(missing);
});
