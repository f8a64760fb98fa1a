import { anInput, aTarget, aWindow, LEVELS, type InputWanted } from '../testUtils/builders';
import { DAY, HOUR } from '../time';
import { lintPolicy, USUAL_LINT, type LintOptions } from './lintPolicy';

const NOW = Date.parse('2026-11-24T17:00Z');
const explicit = { openByDefault: { open: true, level: LEVELS.system } };

function codes({ policy = {}, ...wanted }: InputWanted, options: Partial<LintOptions> = {}) {
  const input = anInput({ policy: { ...explicit, ...policy }, ...wanted });
  return lintPolicy(input, NOW, { ...USUAL_LINT, ...options }).map(({ code }) => code);
}

const tuesdays = aWindow({
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
});
const excluding = aWindow({
  key: 'domain:default/city/mon',
  level: LEVELS.domain,
  schedule: { type: 'weekly', days: ['mon'], from: '09:00', to: '10:00' },
});

describe('lintPolicy', () => {
  it.each<[string, InputWanted, Partial<LintOptions>, readonly string[]]>([
    ['open in office hours', { windows: [aWindow()] }, {}, []],
    ['nothing ever holds', {}, {}, ['ALWAYS_OPEN']],
    ['levels that exclude each other', { windows: [tuesdays, excluding] }, {}, ['NEVER_OPENS']],
    ['an hour a week', { windows: [tuesdays] }, {}, ['LOW_AVAILABILITY']],
    [
      'closed for longer than deploys should wait',
      { windows: [aWindow()] },
      { cadence: 2 * DAY },
      ['LONG_CLOSED'],
    ],
    [
      'shorter than two deploys',
      { windows: [tuesdays], request: { duration: 40 * 60_000 } },
      { minimumOpen: HOUR },
      ['SHORTER_THAN_DEPLOY'],
    ],
    [
      'busy hours that are open',
      { windows: [aWindow()] },
      { busyHours: [tuesdays] },
      ['BUSY_HOURS_OPEN'],
    ],
    [
      'one id on two levels',
      {
        windows: [
          aWindow(),
          aWindow({ key: 'system:default/noipm/office-hours', level: LEVELS.system }),
        ],
      },
      {},
      ['SAME_ID'],
    ],
    [
      'production without a word on its default',
      { windows: [aWindow()], policy: { openByDefault: { open: true, level: 'configuration' } } },
      {},
      ['NO_EXPLICIT_DEFAULT'],
    ],
    [
      'staging may leave it out',
      {
        windows: [aWindow()],
        policy: {
          openByDefault: { open: true, level: 'configuration' },
          target: aTarget({ stage: 'staging' }),
        },
      },
      {},
      [],
    ],
  ])('%s', (_, wanted, options, expected) => expect(codes(wanted, options)).toEqual(expected));
});
