import { anExpiredCheck } from '../../../__testUtils__/aReadiness';
import { missingOf, wishOf, type AnswerForm } from './answerForm';

const check = anExpiredCheck();
const { attest } = check;
if (attest === undefined) throw new Error('The fixture has something to confirm');
const strict = anExpiredCheck({ attest: { ...attest, evidence: 'required' } });
const form = (row: AnswerForm['rows'][string], more: Partial<AnswerForm> = {}): AnswerForm => ({
  rows: { [check.id]: row },
  evidence: '',
  note: '',
  ...more,
});

it.each([
  ['no answer', form({}), check, 'Answer at least one row'],
  ['an answer', form({ answer: 'met' }), check, undefined],
  ['does not apply, no reason', form({ answer: 'not-applicable' }), check, /Say why/],
  [
    'another reason without words',
    form({ answer: 'not-applicable', reason: 'other' }),
    check,
    /which reason in a note/,
  ],
  ['a reason', form({ answer: 'not-applicable', reason: 'no-such-component' }), check, undefined],
  ['evidence is asked for', form({ answer: 'met' }), strict, /Give a link/],
  [
    'a note is evidence',
    form({ answer: 'met' }, { note: 'Seen in the log of last week' }),
    strict,
    undefined,
  ],
  ['a link', form({ answer: 'met' }, { evidence: 'https://git.example/1' }), strict, undefined],
  ['not a link', form({ answer: 'met' }, { evidence: 'http://x' }), check, /https/],
] as const)('%s', (_, filled, asked, missing) => {
  expect(missingOf(filled, [asked]) ?? 'nothing').toMatch(missing ?? /^nothing$/);
});

it('sends only the rows that were answered, each with the facts that were seen', () => {
  const other = anExpiredCheck({ id: 'tts.other' });
  expect(
    wishOf(form({ answer: 'met' }, { note: ' a note ' }), [check, other], {
      [check.id]: { alertPeople: ['user:default/ada'] },
      [other.id]: { alertPeople: [] },
    }),
  ).toEqual({
    answers: [{ checkId: check.id, answer: 'met' }],
    note: 'a note',
    ifFacts: { [check.id]: { alertPeople: ['user:default/ada'] } },
  });
});

it('leaves the reason out where the check is confirmed after all', () => {
  const { answers } = wishOf(form({ answer: 'met', reason: 'other' }), [check], {});
  expect(answers).toEqual([{ checkId: check.id, answer: 'met' }]);
});
