import type { InfraDocument } from '../document';
import { effectiveInfra } from '../effective';
import { aChainLink } from '../testUtils';
import type { Confirmation } from './confirmation';
import { canonicalJson } from './canonicalJson';
import { confirmedValue } from './confirmedValue';
import { judgeConfirmation } from './judgeConfirmation';

type Sections = Partial<Omit<InfraDocument, 'schema'>>;

const SHOP: Sections = {
  environments: [
    { name: 'production', hosting: { platform: 'heroku' } },
    { name: 'staging', hosting: { platform: 'aws' } },
  ],
  addons: [{ id: 'db', plan: 'mini', verified: { method: 'human', at: '2026-01-01' } }],
  backups: { notNeeded: 'a demo' },
  domains: [],
};
const valueAt = (path: string, sections: Sections = SHOP) =>
  confirmedValue(effectiveInfra([aChainLink('system', sections)]), path);

describe('what a person says still true of', () => {
  it.each([
    ['addons[db].plan', 'mini'],
    ['addons[db]', { id: 'db', plan: 'mini' }],
    ['addons', [{ id: 'db', plan: 'mini' }]],
    ['environments[production].hosting.platform', 'heroku'],
    ['environments[].hosting.platform', ['heroku', 'aws']],
    ['backups', { notNeeded: 'a demo' }],
    ['backups[daily]', { notNeeded: 'a demo' }],
    ['domains', 'none'],
    ['support', undefined],
    ['addons[cache]', undefined],
    ['not a [path', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(path)).toEqual(value);
  });

  it.each<[string, Sections, boolean]>([
    ['a new date', { addons: [{ id: 'db', plan: 'mini' }] }, true],
    ['another value', { addons: [{ id: 'db', plan: 'standard-0' }] }, false],
    ['another item', { addons: [{ id: 'db', plan: 'mini' }, { id: 'mail' }] }, false],
    ['a refusal', { addons: { notNeeded: 'static' } }, false],
  ])('%s', (_, change, same) => {
    const [before, after] = [valueAt('addons'), valueAt('addons', { ...SHOP, ...change })];
    expect(canonicalJson(after) === canonicalJson(before)).toBe(same);
  });
});

describe('what a confirmation is worth', () => {
  const confirmation = (fields: Partial<Confirmation>): Confirmation => ({
    id: 'c',
    entityRef: 'system:default/shop',
    path: 'addons[db]',
    answer: 'still-true',
    valueHash: 'aa',
    by: 'user:default/ada',
    at: Date.UTC(2026, 2, 3, 23, 59),
    ...fields,
  });
  it.each`
    answer          | hashNow      | cadence      | now             | state             | words
    ${'still-true'} | ${'aa'}      | ${undefined} | ${'2026-03-04'} | ${'in-force'}     | ${'confirmed 3 Mar 2026 by ada'}
    ${'still-true'} | ${'bb'}      | ${undefined} | ${'2026-03-04'} | ${'changed'}      | ${'was confirmed 3 Mar 2026, changed since'}
    ${'still-true'} | ${undefined} | ${undefined} | ${'2026-03-04'} | ${'changed'}      | ${'was confirmed 3 Mar 2026, changed since'}
    ${'still-true'} | ${'aa'}      | ${undefined} | ${'2026-11-24'} | ${'past-cadence'} | ${'was confirmed 3 Mar 2026, time to look again'}
    ${'still-true'} | ${'aa'}      | ${'P2Y'}     | ${'2026-11-24'} | ${'in-force'}     | ${'confirmed 3 Mar 2026 by ada'}
    ${'still-true'} | ${'aa'}      | ${'often'}   | ${'2026-03-04'} | ${'in-force'}     | ${'confirmed 3 Mar 2026 by ada'}
    ${'not-true'}   | ${'aa'}      | ${undefined} | ${'2029-11-24'} | ${'in-force'}     | ${'said to be not true 3 Mar 2026 by ada'}
    ${'not-true'}   | ${'bb'}      | ${undefined} | ${'2026-11-24'} | ${'changed'}      | ${'said to be not true 3 Mar 2026 by ada, changed since'}
    ${'unknown'}    | ${'aa'}      | ${undefined} | ${'2026-03-04'} | ${'in-force'}     | ${'not known to ada 3 Mar 2026'}
  `(
    '$answer, $hashNow, cadence $cadence, on $now',
    ({ answer, hashNow, cadence, now, ...expected }) => {
      const judged = judgeConfirmation(
        confirmation({ answer }),
        { hashNow, cadence },
        Date.parse(now),
      );
      expect(judged).toMatchObject(expected);
    },
  );

  it('ends at the instant its cadence has passed', () => {
    const said = confirmation({ at: 0 });
    const stateAt = (now: number) =>
      judgeConfirmation(said, { hashNow: 'aa', cadence: 'P1D' }, now).state;
    expect([stateAt(86_399_999), stateAt(86_400_000)]).toEqual(['in-force', 'past-cadence']);
  });
});
