import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import { HOUR, MINUTE } from '../time';
import type { InputWanted } from '../testUtils/builders';
import { decide } from './decide';
import { describeDecision } from './describeDecision';

const NOW = Date.parse('2026-11-24T17:00Z');
// Chicago is six hours behind UTC on all of these days.
const format = (instant: number) =>
  new Date(instant - 6 * HOUR).toISOString().slice(5, 16).replace('T', ' ');

function sentence(wanted: InputWanted): string {
  const input = anInput(wanted);
  return describeDecision(decide(input, NOW), input.policy.policy, format, 'America/Chicago');
}

const ipm = {
  key: 'system:default/noipm/ipm',
  id: 'ipm',
  title: 'IPM staff',
  lead: 'PT24H',
  contacts: [],
  require: 'any',
} as const;
const tuesdays = aWindow({
  kind: 'notice',
  key: `${LEVELS.systemProduction}/t`,
  level: LEVELS.systemProduction,
  title: 'Agreed with IPM',
  audience: ipm.key,
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
});
const freeze = aWindow({
  kind: 'freeze',
  title: 'Thanksgiving',
  reason: 'Nobody is there',
  schedule: { type: 'once', start: '2026-11-24T08:00', end: '2026-11-30T08:00' },
});

describe('describeDecision', () => {
  it.each<[string, InputWanted, string]>([
    [
      'the promise of a team to its customer',
      { windows: [tuesdays], policy: { audiences: [ipm] } },
      'Not now: IPM staff must be told 24 hours before. Tell them now and you may start 11-25 11:00. Free without notice: 12-01 09:00 (America/Chicago).',
    ],
    [
      'an open window',
      { windows: [aWindow()] },
      'Yes, until 11-24 17:00: then Office hours ends (America/Chicago).',
    ],
    ['nothing at all', {}, 'Yes: nothing closes it that is known today (America/Chicago).'],
    [
      'a freeze',
      { windows: [freeze] },
      'Not now: Thanksgiving holds until 11-30 08:00 (Nobody is there). Next opening: 11-30 08:00 (America/Chicago).',
    ],
    [
      'a freeze without an end',
      { windows: [{ ...freeze, schedule: { type: 'always' } }] },
      'Not now: Thanksgiving holds without a known end (Nobody is there). No opening is known (America/Chicago).',
    ],
    [
      'an unreadable one',
      { windows: [{ ...freeze, unreadable: { code: 'UNREADABLE', message: 'no end' } }] },
      'Not now: Thanksgiving cannot be read: no end. No opening is known (America/Chicago).',
    ],
    [
      'a lock',
      {
        locks: [
          {
            id: 'l',
            key: 'component:default/web#production',
            kind: 'hold',
            holder: 'user:default/ann',
            reason: 'migration',
            since: NOW - HOUR,
            token: 1,
          },
        ],
      },
      'Not now: user:default/ann holds the lock since 11-24 10:00 (migration). Next opening: 11-24 11:00, if the rest is settled by then (America/Chicago).',
    ],
    [
      'too long',
      {
        windows: [aWindow()],
        policy: { mustFit: 'enforce' },
        request: { duration: 6 * HOUR + 5 * MINUTE },
      },
      'Not now: it would run 5 minutes past the close. Next opening: 11-25 09:00 (America/Chicago).',
    ],
    [
      'a rollback past an audience',
      { windows: [tuesdays], policy: { audiences: [ipm] }, request: { changeType: 'rollback' } },
      'Yes: nothing closes it that is known today. Tell IPM staff by 11-24 12:00 (America/Chicago).',
    ],
  ])('%s', (_, wanted, expected) => expect(sentence(wanted)).toBe(expected));
});
