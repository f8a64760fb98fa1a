import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import { HOUR } from '../time';
import { planSlots } from './planSlots';

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T17:00Z');

function service(
  days: readonly ('tue' | 'wed' | 'thu')[],
  from: string,
  to: string,
  duration = HOUR,
) {
  return anInput({
    windows: [aWindow({ level: LEVELS.component, schedule: { type: 'weekly', days, from, to } })],
    policy: { mustFit: 'enforce' },
    request: { duration },
  });
}

describe('planSlots', () => {
  it('finds the first time at which all can go together', () => {
    const plan = planSlots(
      [service(['wed', 'thu'], '09:00', '12:00'), service(['thu'], '10:00', '15:00')],
      NOW,
      'together',
    );
    expect(plan).toMatchObject({
      outcome: 'planned',
      slots: [{ start: at('2026-11-26T16:00Z') }, { start: at('2026-11-26T16:00Z') }],
    });
  });

  it('lets each wait for the one before it', () => {
    const plan = planSlots(
      [service(['thu'], '09:00', '12:00'), service(['thu'], '11:30', '15:00')],
      NOW,
      'one-after-another',
    );
    expect(plan).toMatchObject({
      outcome: 'planned',
      slots: [
        { start: at('2026-11-26T16:30Z'), end: at('2026-11-26T17:30Z') },
        { start: at('2026-11-26T17:30Z'), end: at('2026-11-26T18:30Z') },
      ],
    });
  });

  it('says who cannot', () => {
    const never = service(['tue'], '09:00', '09:30');
    expect(planSlots([service(['thu'], '09:00', '12:00'), never], NOW, 'together')).toEqual({
      outcome: 'none',
      target: never.request.target,
    });
  });

  it('has nothing to plan for nobody', () => {
    expect(planSlots([], NOW, 'together')).toEqual({ outcome: 'planned', slots: [] });
  });
});
