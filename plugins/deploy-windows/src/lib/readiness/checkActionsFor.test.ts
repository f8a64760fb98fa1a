import { aCheck, aConfirmation, aWaiver, anExpiredCheck } from '../../__testUtils__/aReadiness';
import { checkActionsFor } from './checkActionsFor';

const granted = (permission: string) => ({ state: 'granted' as const, permission });
const grants = {
  attest: granted('attestation.create'),
  askForWaiver: granted('waiver.create'),
  approveWaiver: granted('waiver.approve'),
  breakGlass: granted('break-glass'),
};
const READER = 'user:default/reader';
const { fix, ...withoutFix } = aCheck({ status: 'fail' });
const waiting = [aWaiver({ state: 'waiting' })];

it.each([
  ['lines can be written', aCheck(), undefined, ['ask-for-waiver']],
  ['nothing can be written', withoutFix, 'ask-for-waiver', ['ask-for-waiver']],
  [
    'a confirmation is out of date',
    anExpiredCheck(),
    'confirm',
    ['confirm', 'not-met', 'not-applicable', 'ask-for-waiver'],
  ],
  [
    'a waiver waits',
    aCheck({ waiting }),
    'approve-waiver',
    ['approve-waiver', 'deny-waiver', 'revoke-waiver'],
  ],
  [
    'the reader asked for the waiver that waits',
    aCheck({ waiting: [aWaiver({ state: 'waiting', requestedBy: READER })] }),
    undefined,
    ['revoke-waiver'],
  ],
  [
    'it is waived',
    aCheck({ status: 'waived', waiver: aWaiver() }),
    undefined,
    ['renew-waiver', 'revoke-waiver'],
  ],
  [
    'its waiver is no longer needed',
    aCheck({ status: 'pass', waiver: aWaiver({ notNeeded: true }) }),
    undefined,
    ['revoke-waiver'],
  ],
  ['it is met', aCheck({ status: 'pass' }), undefined, []],
  [
    'a second signature is missing',
    anExpiredCheck({
      status: 'unknown',
      confirmation: aConfirmation({ state: 'second-signature-missing' }),
    }),
    'sign',
    ['sign', 'confirm', 'not-met', 'not-applicable', 'revoke-confirmation', 'ask-for-waiver'],
  ],
  [
    'it was said not to apply, and nobody agreed yet',
    anExpiredCheck({
      status: 'unknown',
      confirmation: aConfirmation({ state: 'valid', answer: 'not-applicable' }),
    }),
    'agree',
    ['confirm', 'not-met', 'not-applicable', 'agree', 'revoke-confirmation', 'ask-for-waiver'],
  ],
])('when %s', (_, check, first, names) => {
  const found = checkActionsFor(check, grants, READER);
  expect(found.actions.map(({ name }) => name)).toEqual(names);
  expect(found.first?.name).toBe(first);
});

it('says why the reader cannot approve their own wish', () => {
  const check = aCheck({ waiting: [aWaiver({ state: 'waiting', requestedBy: READER })] });
  expect(checkActionsFor(check, grants, READER).remark).toMatch(/Somebody else/);
});
