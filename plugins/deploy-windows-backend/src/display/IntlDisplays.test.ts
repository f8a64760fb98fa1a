import type { KnownTarget } from '../policy/TargetDirectory';
import { IntlDisplays } from './IntlDisplays';

const at = (text: string) => Date.parse(text);
const displays = new IntlDisplays({
  zone: 'UTC',
  locale: 'en-GB',
  now: () => at('2026-11-24T17:00Z'),
});

describe('IntlDisplays', () => {
  it.each`
    what                   | zone                 | locale       | start                  | expected
    ${'a zone'}            | ${'America/Chicago'} | ${undefined} | ${'2026-12-01T15:00Z'} | ${'Tue 1 Dec, 09:00'}
    ${'another year'}      | ${'UTC'}             | ${undefined} | ${'2027-01-04T08:00Z'} | ${'Mon 4 Jan 2027, 08:00'}
    ${'nobody names one'}  | ${undefined}         | ${undefined} | ${'2026-12-01T15:00Z'} | ${'Tue 1 Dec, 15:00'}
    ${'after summer time'} | ${'America/Chicago'} | ${undefined} | ${'2026-11-01T07:30Z'} | ${'Sun 1 Nov, 01:30'}
  `('writes an instant: $what', ({ zone, locale, start, expected }) => {
    expect(displays.of({ zone, locale }).instant(at(start))).toBe(expected);
  });

  it('writes an instant in another language', () => {
    expect(
      displays.of({ zone: 'Europe/Berlin', locale: 'de' }).instant(at('2026-12-01T15:00Z')),
    ).toMatch(/^Di\.? 1\. Dez\., 16:00$/);
  });

  it.each`
    start                  | end                    | expected
    ${'2026-12-01T15:00Z'} | ${'2026-12-01T16:00Z'} | ${'Tue 1 Dec, 09:00–10:00'}
    ${'2026-12-01T04:00Z'} | ${'2026-12-01T16:00Z'} | ${'Mon 30 Nov, 22:00 – Tue 1 Dec, 10:00'}
    ${'2026-12-01T15:00Z'} | ${undefined}           | ${'from Tue 1 Dec, 09:00'}
  `('writes a range: $expected', ({ start, end, expected }) => {
    expect(displays.inZone('America/Chicago').range(at(start), end && at(end))).toBe(expected);
  });

  it('takes the nearest zone of the project', () => {
    const document = (timeZone: string) => ({ deployPolicy: { timeZone } });
    const target = {
      chain: [
        { entityRef: 'domain:default/city', level: 'domain', document: document('Europe/Paris') },
        {
          entityRef: 'system:default/noipm',
          level: 'system',
          document: document('America/Chicago'),
        },
        { entityRef: 'component:default/web', level: 'component' },
      ],
    } as unknown as KnownTarget;
    expect(displays.of({}, target).zone).toBe('America/Chicago');
  });

  it.each([
    [{ zone: 'EST' }, 'UNKNOWN_ZONE'],
    [{ zone: '+02:00' }, 'UNKNOWN_ZONE'],
    [{ locale: 'no language' }, 'UNKNOWN_LOCALE'],
  ])('refuses %j', (wish, code) => {
    expect(() => displays.of(wish)).toThrow(expect.objectContaining({ name: 'InputError', code }));
  });

  it('does not fail on a zone that somebody wrote in a document', () => {
    expect(displays.inZone('Mars/Olympus').zone).toBe('UTC');
  });
});
