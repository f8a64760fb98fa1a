import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import type { InputWanted } from '../testUtils/builders';
import { decide } from './decide';
import {
  describeClosing,
  describeGround,
  describeOpening,
  describeStep,
  describeWarning,
  stateOf,
} from './describeParts';
import { explain } from './explain';
import type { Warning } from './warning';

const NOW = Date.parse('2026-11-24T17:00Z');
const format = (at: number) => new Date(at).toISOString().slice(5, 16).replace('T', ' ');
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
  key: `${LEVELS.systemProduction}/ipm-tuesdays`,
  level: LEVELS.systemProduction,
  title: 'Agreed with IPM',
  audience: ipm.key,
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
});
const freeze = aWindow({
  kind: 'freeze',
  key: 'f',
  title: 'Year end',
  schedule: { type: 'always' },
});
const later = aWindow({
  kind: 'freeze',
  key: 'l',
  title: 'Later',
  schedule: { type: 'once', start: '2026-12-21T00:00', end: '2026-12-28T00:00' },
});
const lock = {
  id: '1',
  key: 'component:default/web#production',
  kind: 'hold',
  holder: 'user:default/ann',
  reason: 'r',
  since: 0,
  token: 1,
} as const;

const decided = (wanted: InputWanted, at = NOW) => {
  const input = anInput(wanted);
  return {
    decision: decide(input, at),
    policy: input.policy.policy,
    steps: explain(input, at).steps,
  };
};

describe('the words of a decision', () => {
  it('says why it opens and why it closes', () => {
    const { decision, policy } = decided({ windows: [tuesdays], policy: { audiences: [ipm] } });
    expect(describeOpening(decision.nextOpen?.because ?? [], policy)).toBe('Agreed with IPM');
    expect(decision.nextClose && describeClosing(decision.nextClose.because, policy)).toBe(
      'Agreed with IPM ends',
    );
  });

  it.each<[string, InputWanted, number, string]>([
    ['an allow', { windows: [aWindow()] }, NOW, 'inside Office hours'],
    [
      'an agreed time',
      { windows: [tuesdays], policy: { audiences: [ipm] } },
      Date.parse('2026-12-01T15:10Z'),
      'inside Agreed with IPM, which IPM staff know; open by default',
    ],
    ['the default', {}, NOW, 'open by default'],
    [
      'a restart',
      { windows: [freeze], request: { changeType: 'restart' } },
      NOW,
      'a restart passes windows',
    ],
  ])('says what lets it through: %s', (_, wanted, at, words) => {
    const { decision, policy } = decided(wanted, at);
    expect(
      decision.outcome === 'allowed' &&
        decision.grounds.map(ground => describeGround(ground, policy)).join('; '),
    ).toBe(words);
  });

  it.each<[InputWanted, string]>([
    [{}, 'open'],
    [{ windows: [freeze, tuesdays], policy: { audiences: [ipm] } }, 'freeze'],
    [{ windows: [tuesdays], policy: { audiences: [ipm] } }, 'notice-needed'],
    [{ policy: { openByDefault: { open: false, level: 'configuration' } } }, 'closed'],
    [{ locks: [lock] }, 'locked'],
    [{ problems: [{ code: 'INPUT_INVALID', source: 'x', text: 'y' }] }, 'unknown'],
    [{ policy: { readiness: [{ mode: 'enforce', level: 'configuration' }] } }, 'not-ready'],
  ])('has one word for %#', (wanted, word) => {
    expect(stateOf(decided(wanted).decision)).toBe(word);
  });

  it.each<[InputWanted, string]>([
    [{ windows: [freeze] }, 'Year end: holds'],
    [{ windows: [later] }, 'Later: does not hold now, next 12-21 06:00'],
    [{ windows: [aWindow()] }, 'Office hours: open until 11-24 23:00'],
    [
      { windows: [tuesdays], policy: { audiences: [ipm] } },
      'Agreed with IPM: no agreed time now, next 12-01 15:00',
    ],
    [
      { windows: [aWindow({ environments: ['staging'] })] },
      'Office hours: not asked, it is for other environments',
    ],
    [
      { windows: [aWindow({ kind: 'freeze', timeZone: 'Mars/Olympus' })] },
      'Office hours: holds, because it cannot be read ("Mars/Olympus" is no zone that is known here)',
    ],
  ])('says what a window does: %#', (wanted, words) => {
    expect(decided(wanted).steps.map(step => describeStep(step, format))).toEqual([words]);
  });

  it.each<[Warning, string]>([
    [
      { code: 'RETROSPECTIVE_NOTICE_DUE', about: `notice:${ipm.key}`, at: NOW },
      'tell IPM staff by 11-24 17:00',
    ],
    [
      { code: 'CATALOG_STALE', about: 'catalog', text: 'the catalog was last read 6 minutes ago' },
      'the catalog was last read 6 minutes ago',
    ],
    [{ code: 'READINESS_WARN', text: '' }, 'nobody knows whether it is ready'],
  ])('warns: %#', (warning, words) => {
    expect(describeWarning(warning, decided({ policy: { audiences: [ipm] } }).policy, format)).toBe(
      words,
    );
  });
});
