import { driftWords } from './driftWords';

it.each`
  different | onlyDeclared | onlyObserved | words
  ${0}      | ${0}         | ${0}         | ${'as declared'}
  ${1}      | ${0}         | ${0}         | ${'1 differs'}
  ${2}      | ${1}         | ${3}         | ${'2 differ, 1 not found, 3 not declared'}
  ${0}      | ${0}         | ${1}         | ${'1 not declared'}
`('$words', ({ words, ...drift }) => {
  expect(driftWords(drift)).toBe(words);
});
