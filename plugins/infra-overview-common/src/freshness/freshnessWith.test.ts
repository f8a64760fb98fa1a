import type { Verified } from '../document';
import { freshnessWith, type Newer } from './freshnessWith';

const at = (text: string) => Date.parse(`${text}T12:00:00Z`);
const NOW = at('2026-11-24');
const document: Verified = { method: 'document', at: '2019-07-19' };
const human: Verified = { method: 'human', at: '2026-10-12' };
const said = (fields: Partial<NonNullable<Newer['confirmation']>> = {}): Newer => ({
  confirmation: {
    state: 'in-force',
    answer: 'still-true',
    by: 'user:default/ada',
    at: at('2026-11-01'),
    words: 'the word of ada',
    ...fields,
  },
});
const seen = (day: string): Newer => ({ observedAt: at(day), source: 'Heroku' });

it.each<[string, Verified | undefined, Newer, string, boolean, string, readonly string[]]>([
  [
    'a document alone',
    document,
    {},
    'stated',
    true,
    'stated in a document of 19 Jul 2019, never confirmed',
    [],
  ],
  [
    'a confirmation before a document',
    document,
    said(),
    'confirmed',
    false,
    'the word of ada',
    ['stated in a document of 19 Jul 2019, never confirmed'],
  ],
  [
    'an observation before an older confirmation',
    document,
    { ...said(), ...seen('2026-11-03') },
    'observed',
    false,
    'observed 3 Nov 2026, Heroku',
    ['the word of ada', 'stated in a document of 19 Jul 2019, never confirmed'],
  ],
  [
    'a confirmation before an older observation',
    document,
    { ...said(), ...seen('2026-10-03') },
    'confirmed',
    false,
    'the word of ada',
    ['observed 3 Oct 2026, Heroku', 'stated in a document of 19 Jul 2019, never confirmed'],
  ],
  [
    'a check by hand before an older observation',
    human,
    seen('2026-10-03'),
    'confirmed',
    false,
    'checked by hand 12 Oct 2026, says the file',
    ['observed 3 Oct 2026, Heroku'],
  ],
  [
    'an observation on the day of a check',
    human,
    seen('2026-10-12'),
    'observed',
    false,
    'observed 12 Oct 2026, Heroku',
    ['checked by hand 12 Oct 2026, says the file'],
  ],
  [
    'an observation where nothing has a date',
    undefined,
    { observedAt: at('2026-11-03') },
    'observed',
    false,
    'observed 3 Nov 2026',
    ['no date'],
  ],
  [
    'a newer document does not beat a confirmation',
    { method: 'document', at: '2026-11-20' },
    said(),
    'confirmed',
    false,
    'the word of ada',
    ['stated in a document of 20 Nov 2026, never confirmed'],
  ],
  [
    'a confirmation of another value',
    document,
    said({ state: 'changed' }),
    'stated',
    true,
    'stated in a document of 19 Jul 2019, never confirmed',
    ['the word of ada'],
  ],
  [
    'somebody who did not know',
    human,
    said({ answer: 'unknown' }),
    'confirmed',
    false,
    'checked by hand 12 Oct 2026, says the file',
    ['the word of ada'],
  ],
  [
    '"not true" before everything',
    human,
    { ...said({ answer: 'not-true' }), ...seen('2026-11-23') },
    'observed',
    true,
    'the word of ada',
    ['observed 23 Nov 2026, Heroku', 'checked by hand 12 Oct 2026, says the file'],
  ],
  [
    '"not true" of what was changed',
    human,
    said({ answer: 'not-true', state: 'changed' }),
    'confirmed',
    false,
    'checked by hand 12 Oct 2026, says the file',
    ['the word of ada'],
  ],
])('%s', (_, verified, newer, state, stale, words, older) => {
  expect(freshnessWith(verified, newer, NOW)).toMatchObject({ state, stale, words, older });
});
