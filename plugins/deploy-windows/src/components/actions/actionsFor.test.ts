import { aDecision, anOpenDecision } from '../../__testUtils__/aDecision';
import { someGrants } from '../../__testUtils__/someGrants';
import { actionsFor } from './actionsFor';

const held = {
  key: 'k',
  held: true,
  id: 'l1',
  kind: 'hold' as const,
  holder: 'user:default/other',
};

it.each([
  [
    'a notice is needed',
    aDecision(),
    ['Tell IPM staff', 'Request override', 'Hold the lock', 'Record a deployment'],
  ],
  ['it is open', anOpenDecision(), ['Take the lock', 'Hold the lock', 'Record a deployment']],
  [
    'another holds the lock',
    anOpenDecision({ outcome: 'blocked', lock: held }),
    ['Break the lock', 'Record a deployment'],
  ],
  [
    'the reader holds the lock',
    anOpenDecision({ outcome: 'blocked', lock: { ...held, holder: 'user:default/reader' } }),
    ['Release the lock', 'Record a deployment'],
  ],
  [
    'nothing an override could set aside',
    aDecision({
      notices: [],
      reasons: [{ code: 'READINESS_UNKNOWN', text: '', clearedBy: ['attestation'] }],
    }),
    ['Hold the lock', 'Record a deployment'],
  ],
])('%s', (_, decision, labels) => {
  expect(actionsFor(decision, someGrants()).map(({ label }) => label)).toEqual(labels);
});

it('lets somebody who may only record a notice open the dialog', () => {
  const grants = someGrants({ sendNotice: 'refused' });
  expect(actionsFor(aDecision(), grants)[0]).toMatchObject({
    name: 'notice',
    grant: { state: 'granted' },
  });
});
