import { anInput } from '../__testUtils__/builders';
import { factsFor } from '../facts/factsFor';
import { confirmationEnd } from './confirmationEnd';

const facts = factsFor(
  anInput({
    capacity: {
      events: [
        { id: 'past', title: 'Launch', at: '2026-01-01' },
        { id: 'later', title: 'News', at: '2027-03-01' },
        { id: 'next', title: 'Holidays', at: '2026-12-20' },
        { id: 'some-day', title: 'Some day' },
      ],
    },
  }),
);
const at = (text: string) => Date.parse(text);

describe('a confirmation of 24 November 2026 ends', () => {
  it.each`
    title                                | terms                                                  | end
    ${'a year later where nobody says'}  | ${undefined}                                           | ${'2027-11-24'}
    ${'after the time the check grants'} | ${{ validFor: 'P90D' }}                                | ${'2027-02-22'}
    ${'at the next event'}               | ${{ validFor: 'P365D', endsAt: 'capacity.events.at' }} | ${'2026-12-20'}
    ${'before the event, when sooner'}   | ${{ validFor: 'P7D', endsAt: 'capacity.events.at' }}   | ${'2026-12-01'}
    ${'as granted, without such dates'}  | ${{ validFor: 'P7D', endsAt: 'loadTests.lastRun' }}    | ${'2026-12-01'}
  `('$title', ({ terms, end }) => {
    expect(confirmationEnd(terms, facts, at('2026-11-24'))).toBe(at(end));
  });

  it('as granted where the facts are not at hand', () => {
    const terms = { validFor: 'P365D', endsAt: 'capacity.events.at' };
    expect(confirmationEnd(terms, undefined, at('2026-11-24'))).toBe(at('2027-11-24'));
  });
});
