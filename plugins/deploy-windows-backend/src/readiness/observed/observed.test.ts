import { TestDatabases } from '@backstage/backend-test-utils';
import { seenFacts } from 'backstage-plugin-deploy-windows-common/readiness';
import { aComponent, aSystem } from '../../__testUtils__/entities';
import { aGroup, aUser } from '../../__testUtils__/people';
import { aCore, aPack, NOW } from '../__testUtils__/aCore';
import type { ObservedReading } from './ObservedReader';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(180_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEB = 'component:default/web';
const OTHER = 'component:default/other';
const KEY = `${WEB}#production`;

const infra = {
  environments: [{ name: 'production' }],
  addons: [{ id: 'db', category: 'database', volatile: true }],
  backups: [{ id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P7D' }],
};
const entities = [
  aSystem('shop'),
  aComponent('web', infra, { system: 'shop' }),
  aComponent('other', infra),
  aUser('ann', ['noipm-core-team']),
  aGroup('noipm-core-team', ['ann']),
];
const copied = {
  rule: {
    every: {
      in: 'stores',
      whenEmpty: 'not-applicable',
      satisfy: { some: { in: 'backups', whenEmpty: 'fail', satisfy: { declared: 'frequency' } } },
    },
  },
};

type Backup = Partial<Parameters<typeof seenFacts>[0][number]>;
const seen = (ref: string, fact: Backup = {}): ObservedReading => ({
  outcome: 'read',
  seen: new Map([
    [
      ref,
      seenFacts([
        {
          path: 'addons[db]',
          environment: 'production',
          kind: 'last-backup',
          value: new Date(NOW - 3 * HOUR).toISOString(),
          tone: 'good',
          source: 'heroku',
          at: NOW,
          ...fact,
        },
      ]),
    ],
  ]),
});

describe.each(databases.eachSupportedId())('what is observed, over %s', id => {
  const start = async (first: ObservedReading) => {
    const knex = await databases.init(id);
    const asked: (readonly string[])[] = [];
    let reading = first;
    const core = await aCore({
      knex,
      entities,
      packs: { 'acme.yaml': aPack({ checks: [copied] }) },
      observed: {
        read: async refs => {
          asked.push(refs);
          return reading;
        },
      },
    });
    await core.read();
    await core.judge();
    let now = NOW;
    return {
      ...core,
      asked,
      knex,
      /** Some time later, with another reading. */
      later: async (minutes: number, next: ObservedReading) => {
        now += minutes * MINUTE;
        core.turnTo(now);
        reading = next;
        await core.judge();
      },
      is: async () => {
        const row = await knex('readiness_results')
          .where({ subject: KEY, check_id: 'acme.check-0' })
          .first('status', 'evidence', 'evaluated_at');
        return [row.status, row.evidence].filter(Boolean).join(' ');
      },
      judgedAt: async () => {
        const rows = await knex('readiness_results').orderBy('subject').select('evaluated_at');
        return rows.map(row => Number(row.evaluated_at));
      },
      problems: async () =>
        (await core.core.assessments.load([KEY])).flatMap(({ problems }) => problems),
    };
  };

  it('counts more than what is written', async () => {
    const { is, later } = await start({ outcome: 'not-there' });
    expect(await is()).toBe('pass declared');
    await later(10, seen(WEB));
    expect(await is()).toBe('pass observed');
    await later(10, seen(WEB, { tone: 'bad' }));
    expect(await is()).toBe('fail');
    await later(10, seen(WEB, { tone: 'unknown' }));
    expect(await is()).toBe('pass declared');
  });

  it('judges nobody again while a source sees the same', async () => {
    const { later, judgedAt, knex } = await start(seen(WEB));
    const before = [await judgedAt(), await knex('readiness_state').first('observed_hash')];
    await later(10, seen(WEB, { at: NOW + 10 * MINUTE }));
    expect([await judgedAt(), await knex('readiness_state').first('observed_hash')]).toEqual(
      before,
    );
  });

  it('reads everything now and then, and at once what changed, with the System around it', async () => {
    const { later, asked, tell, is } = await start(seen(OTHER));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toEqual(expect.arrayContaining([WEB, OTHER]));
    await later(1, seen(OTHER));
    expect(asked).toHaveLength(1);
    tell('Component:default/Web');
    await later(1, seen(WEB));
    expect(asked[1]).toContain(WEB);
    expect(asked[1]).not.toContain(OTHER);
    expect(await is()).toBe('pass observed');
    await later(10, seen(WEB));
    expect(asked[2]).toEqual(asked[0]);
  });

  it('keeps what was seen for a moment when nothing can be read, then believes no good of it', async () => {
    const failed: ObservedReading = { outcome: 'failed', reason: 'it answered 500' };
    const { later, is, problems, logger } = await start(seen(WEB, { tone: 'bad' }));
    await later(10, failed);
    expect([await is(), await problems()]).toEqual(['fail', []]);
    await later(10, failed);
    expect(await is()).toBe('unknown');
    expect((await problems()).map(({ text }) => text)).toEqual([
      expect.stringContaining('SOURCE_FAILED'),
    ]);
    await later(1, failed);
    expect(
      logger.warn.mock.calls.filter(([words]) => String(words).includes('SOURCE_FAILED')),
    ).toHaveLength(1);
    await later(1, seen(WEB));
    expect([await is(), await problems()]).toEqual(['pass observed', []]);
  });

  it('says once that nobody is there', async () => {
    const { later, logger } = await start({ outcome: 'not-there' });
    await later(10, { outcome: 'not-there' });
    expect(
      logger.info.mock.calls.filter(([words]) => String(words).includes('is not there')),
    ).toHaveLength(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
