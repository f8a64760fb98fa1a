import { failureOf } from './failureOf';

it.each([
  [
    'the words and the code of a server',
    Object.assign(new Error('Request failed with 409 Conflict'), {
      body: { error: { message: 'Held by someone.', code: 'LOCK_HELD' } },
    }),
    { message: 'Held by someone.', code: 'LOCK_HELD' },
  ],
  ['an answer without a code', { body: { error: { message: 'No.' } } }, { message: 'No.' }],
  ['a plain error', new Error('Failed to fetch'), { message: 'Failed to fetch' }],
  ['something thrown that is no error', 'away', { message: 'away' }],
])('%s', (_, error, expected) => {
  expect(failureOf(error)).toEqual(expected);
});
