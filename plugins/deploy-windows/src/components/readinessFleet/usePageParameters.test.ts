import { queryOf, readParameters } from './usePageParameters';

it.each([
  ['owner=group%3Adefault%2Fa&page=3', { owner: 'group:default/a' }],
  ['owner=', { owner: '' }],
  ['', {}],
])('reads %j, and leaves the parameters of others alone', (search, parameters) => {
  expect(readParameters(new URLSearchParams(search))).toEqual(parameters);
});

it('writes a link to a tab', () => {
  expect(queryOf({ tab: 'checks', check: 'tts.copies', status: undefined })).toBe(
    '?tab=checks&check=tts.copies',
  );
});
