import { anOverride } from '../../../__testUtils__/anOverride';
import { someGrants } from '../../../__testUtils__/someGrants';
import { overrideActionsFor } from './overrideActionsFor';

const due = '2026-11-25T17:00:00Z';

it.each([
  ['waits, asked by somebody else', anOverride(), ['approve', 'revoke']],
  ['waits, asked by the reader', anOverride({ requestedBy: 'user:default/reader' }), ['revoke']],
  ['is in force', anOverride({ state: 'active' }), ['revoke']],
  ['was used and is not reviewed', anOverride({ state: 'used', reviewDueAt: due }), ['review']],
  [
    'was used and reviewed',
    anOverride({ state: 'used', reviewDueAt: due, reviewedBy: 'user:default/b' }),
    [],
  ],
  ['was revoked', anOverride({ state: 'revoked', reviewDueAt: due }), []],
])('an override that %s', (_, override, names) => {
  const { actions } = overrideActionsFor(override, 'user:default/reader', someGrants());
  expect(actions.map(({ name }) => name)).toEqual(names);
});
