import { TestDatabases } from '@backstage/backend-test-utils';
import { aPortal, ANN, NOW, type Portal } from '../../__testUtils__/aPortal';
import { aComponent, aDomain, aSystem } from '../../__testUtils__/entities';
import { aGroup, aUser } from '../../__testUtils__/people';
import { localDay } from './localDay';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(120_000);

const MINUTE = 60_000;
const DAY = 86_400_000;
const TEAM = 'group:default/noipm-core-team';
const WEB = 'component:default/web#production';
const PATH = `/v1/readiness/subjects/${encodeURIComponent(WEB)}`;
/** Monday, 09:00 in Chicago. */
const MONDAY = Date.parse('2026-11-30T15:00Z');
const entities = [
  aDomain('city', {
    deployPolicy: { timeZone: 'America/Chicago' },
    checklists: [
      {
        id: 'launch',
        items: [
          { id: 'we-met', level: 'must', statement: 'We met about the launch.' },
          { id: 'we-looked', level: 'must', statement: 'We looked at the logs.' },
        ],
      },
    ],
  }),
  aSystem('noipm', {}, { domain: 'city' }),
  aComponent('web', { environments: [{ name: 'production' }] }, { system: 'noipm' }),
  aUser('ann', ['noipm-core-team']),
  aGroup('noipm-core-team', ['ann']),
];

describe('what is told without being asked', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await aPortal({ knex: await databases.init('SQLITE_3'), entities });
  });

  const run = async (id: string, now: number) => {
    portal.turnTo(now);
    const task = portal.rooms.tasks.find(each => each.id === id);
    await task?.run(now, new AbortController().signal);
    const rows = await portal.knex('outbox').where({ topic: 'deploy-windows.readiness-digest' });
    return rows.map(row => ({ key: row.dedupe_key, ...JSON.parse(row.body).notify }));
  };
  const attest = async (checkId: string) => {
    const answers = [{ checkId, answer: 'met' }];
    const { body } = await portal.post(`${PATH}/attestations`, { answers });
    return body.items[0];
  };

  describe('the digest of a group', () => {
    it('on Monday, one for everything it owns; once, and never where nothing is new', async () => {
      const [digest, ...others] = await run('readiness-digest', MONDAY);
      expect(others).toEqual([]);
      expect(digest).toMatchObject({
        key: `readiness-digest:${TEAM}:2026-11-30`,
        recipients: [TEAM],
        title: expect.stringMatching(/^Readiness this week: \d must-haves opened/),
        description: expect.stringContaining('Open: We met about the launch. (web production)'),
      });
      expect(await run('readiness-digest', MONDAY + 60 * MINUTE)).toHaveLength(1);
      expect(await run('readiness-digest', MONDAY + DAY)).toHaveLength(1);
      expect(await run('readiness-digest', MONDAY + 7 * DAY)).toHaveLength(1);
    });

    it.each`
      when                      | sent
      ${'2026-11-30T13:59:00Z'} | ${0}
      ${'2026-11-30T14:00:00Z'} | ${1}
      ${'2026-12-01T14:00:00Z'} | ${1}
      ${'2026-12-02T14:00:00Z'} | ${0}
    `('in the zone of the group: $when $sent', async ({ when, sent }) => {
      expect(await run('readiness-digest', Date.parse(when))).toHaveLength(sent);
    });

    it('what ends within 30 days is new in the week it comes into sight', async () => {
      const { validUntil } = await attest('we-met');
      await attest('we-looked');
      const end = Date.parse(validUntil);
      const mondayBefore = (at: number) => {
        const day = new Date(at).getUTCDay();
        return at - ((day + 6) % 7) * DAY;
      };
      const inSight = mondayBefore(end - 24 * DAY);
      expect(await run('readiness-digest', inSight - 14 * DAY)).toEqual([]);
      const [digest] = await run('readiness-digest', inSight);
      expect(digest?.title).toBe('Readiness this week: 2 end or become required in 30 days');
      expect(digest?.description).toContain('We met about the launch.: confirmation ends on');
      expect(await run('readiness-digest', inSight + 7 * DAY)).toHaveLength(1);
    });
  });

  describe('an end', () => {
    it('is told a week before and when it has come, once each, to the signer and the owner', async () => {
      const { validUntil } = await attest('we-met');
      const end = Date.parse(validUntil);
      expect(await run('readiness-ends', end - 7 * DAY - 1)).toEqual([]);
      for (const now of [end - 7 * DAY, end - 6 * DAY, end - 1])
        expect(await run('readiness-ends', now)).toMatchObject([
          {
            recipients: [ANN, TEAM],
            title: expect.stringMatching(/^A confirmation ends on .*: web production$/),
            description: 'We met about the launch.',
          },
        ]);
      for (const now of [end, end + 60 * MINUTE])
        expect((await run('readiness-ends', now)).map(({ title }) => title)).toEqual([
          expect.stringContaining(' ends on '),
          expect.stringContaining(' ended on '),
        ]);
    });

    it('of what was answered again is not told', async () => {
      const { validUntil } = await attest('we-met');
      const end = Date.parse(validUntil);
      portal.turnTo(end - 10 * DAY);
      await attest('we-met');
      expect(await run('readiness-ends', end - DAY)).toEqual([]);
    });

    it('of what was taken back is not told', async () => {
      const { id, validUntil } = await attest('we-met');
      await portal.post(`/v1/readiness/attestations/${id}/revoke`, { why: 'It was not so' });
      expect(await run('readiness-ends', Date.parse(validUntil) - DAY)).toEqual([]);
    });
  });

  describe('a production that fell', () => {
    const fall = async () => {
      await attest('we-looked');
      const { id } = await attest('we-met');
      expect((await portal.get(PATH)).body.verdict).toBe('ready');
      portal.turnTo(NOW + DAY);
      await portal.post(`/v1/readiness/attestations/${id}/revoke`, { why: 'It was not so' });
      expect((await portal.get(PATH)).body.verdict).toBe('not-ready');
      return NOW + DAY;
    };

    it('is told once, when it has lasted for a quarter of an hour', async () => {
      const fell = await fall();
      expect(await run('readiness-fell', fell + 14 * MINUTE)).toEqual([]);
      for (const minutes of [15, 20, 120])
        expect(await run('readiness-fell', fell + minutes * MINUTE)).toMatchObject([
          {
            recipients: [TEAM],
            title: 'No longer ready: web production',
            description: 'We met about the launch.',
            severity: 'high',
          },
        ]);
    });

    it('that got up again is not told', async () => {
      const fell = await fall();
      await attest('we-met');
      expect(await run('readiness-fell', fell + 20 * MINUTE)).toEqual([]);
    });

    it('what was never ready did not fall', async () => {
      expect(await run('readiness-fell', NOW + 20 * MINUTE)).toEqual([]);
    });
  });

  it('a pack that cannot be read is told to the platform, once a week', async () => {
    portal = await aPortal({
      knex: await databases.init('SQLITE_3'),
      entities,
      config: {
        readiness: { packs: [{ file: 'acme.yaml' }] },
        notifications: { platform: ['group:default/platform'] },
      },
    });
    for (const minutes of [0, 60])
      expect(await run('readiness-packs', NOW + minutes * MINUTE)).toMatchObject([
        {
          recipients: ['group:default/platform'],
          title: 'A pack of checks cannot be read as it is: acme.yaml',
        },
      ]);
    expect(await run('readiness-packs', NOW + 7 * DAY)).toHaveLength(2);
  });

  it('no digest where it is switched off', async () => {
    const quiet = await aPortal({
      knex: await databases.init('SQLITE_3'),
      entities,
      config: { readiness: { digest: { enabled: false } } },
    });
    const ids = quiet.rooms.tasks.map(({ id }) => id);
    expect(ids.filter(id => /^readiness-(?:digest|ends|fell)$/.test(id))).toEqual([]);
  });
});

it.each`
  at                        | zone                  | weekday  | hour  | date
  ${'2026-11-30T05:59:00Z'} | ${'America/Chicago'}  | ${'Sun'} | ${23} | ${'2026-11-29'}
  ${'2026-11-30T06:00:00Z'} | ${'America/Chicago'}  | ${'Mon'} | ${0}  | ${'2026-11-30'}
  ${'2026-11-29T11:00:00Z'} | ${'Pacific/Auckland'} | ${'Mon'} | ${0}  | ${'2026-11-30'}
`('$at in $zone is $weekday $hour', ({ at, zone, ...expected }) => {
  const { weekday, hour, date } = expected;
  expect(localDay(Date.parse(at), zone)).toEqual({ weekday, hour, date });
});
