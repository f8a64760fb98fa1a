import { TestDatabases } from '@backstage/backend-test-utils';
import { anInput, aWindow } from 'backstage-plugin-deploy-windows-common/testUtils';
import {
  DAY,
  HOUR,
  MINUTE,
  type DeployWindow,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { aPortal, NOW } from '../__testUtils__/aPortal';
import { organisation } from '../__testUtils__/entities';
import { findTransitions } from './findTransitions';
import { reminderMessages } from './reminderMessages';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const aborted = new AbortController().signal;
const SYSTEM = 'system:default/noipm';
const at = (text: string) => Date.parse(text);

describe('what happened since', () => {
  // Weekdays 09:00 to 17:00 in Chicago: 15:00 to 23:00 UTC in winter.
  it.each<[string, string, string, string[], 'opened' | 'closed']>([
    ['nothing at night', '2026-11-24T05:00Z', '2026-11-24T06:00Z', [], 'closed'],
    ['it opened', '2026-11-24T14:59Z', '2026-11-24T15:00Z', ['opened 15:00'], 'opened'],
    [
      'it opened just then, and the last run was at that instant',
      '2026-11-24T15:00Z',
      '2026-11-24T15:01Z',
      [],
      'opened',
    ],
    [
      'it closes in a quarter of an hour',
      '2026-11-24T22:44Z',
      '2026-11-24T22:45Z',
      ['closing 23:00'],
      'opened',
    ],
    ['it closed', '2026-11-24T22:59Z', '2026-11-24T23:00Z', ['closed 23:00'], 'closed'],
    [
      'closing is no news once it closed',
      '2026-11-24T22:30Z',
      '2026-11-24T23:05Z',
      ['closed 23:00'],
      'closed',
    ],
    [
      'both, after a pause',
      '2026-11-24T14:30Z',
      '2026-11-25T00:00Z',
      ['opened 15:00', 'closed 23:00'],
      'closed',
    ],
  ])('%s', (_, since, now, expected, state) => {
    const found = findTransitions(anInput({ windows: [aWindow()] }), at(since), at(now));
    expect(
      found.transitions.map(
        ({ to, at: when }) => `${to} ${new Date(when).toISOString().slice(11, 16)}`,
      ),
    ).toEqual(expected);
    expect(found.state).toBe(state);
  });

  it('a quiet target is left alone until something can happen', () => {
    const quiet = (windows: readonly DeployWindow[], now: string) =>
      findTransitions(anInput({ windows }), at(now) - MINUTE, at(now)).quietUntil;
    expect(quiet([aWindow()], '2026-11-24T12:00Z')).toBe(at('2026-11-24T15:00Z'));
    expect(quiet([aWindow()], '2026-11-24T16:00Z')).toBe(at('2026-11-24T22:45Z'));
    expect(quiet([], '2026-11-24T16:00Z')).toBeGreaterThan(at('2026-11-25T00:00Z'));
  });
});

describe.each(databases.eachSupportedId())('announcements (%s)', id => {
  async function portalAndTask() {
    const portal = await aPortal({ knex: await databases.init(id), entities: organisation });
    const task = (name: string) => portal.rooms.tasks.find(one => one.id === name);
    const run = async (name: string, now: number) => {
      portal.turnTo(now);
      await task(name)?.run(now, aborted);
    };
    const told = async (topic: string): Promise<any[]> =>
      (
        await portal
          .knex('outbox')
          .where({ topic: `deploy-windows.${topic}` })
          .orderBy('dedupe_key')
      ).map(row => JSON.parse(row.body));
    /** Of the production of the system; its component has the same. */
    const production = async (topic: string) =>
      (await told(topic)).flatMap(({ payload }) =>
        payload.target === `${SYSTEM}#production` ? [payload] : [],
      );
    return { portal, run, told, production };
  }
  // The agreed hour: 09:00 to 10:00 in Chicago.
  const TUESDAY = at('2026-12-01T15:00Z');

  it('an opening, its end ahead and its end, each once', async () => {
    const { run, told, production } = await portalAndTask();
    await run('announce-transitions', TUESDAY - MINUTE);
    expect([await told('opened'), await told('closed')]).toEqual([[], []]);
    for (const now of [
      TUESDAY,
      TUESDAY + MINUTE,
      TUESDAY + 45 * MINUTE,
      TUESDAY + 46 * MINUTE,
      TUESDAY + HOUR,
      TUESDAY + HOUR + MINUTE,
    ]) {
      await run('announce-transitions', now);
    }
    expect(await production('opened')).toMatchObject([{ at: '2026-12-01T15:00:00Z' }]);
    expect(await production('closing')).toMatchObject([{ at: '2026-12-01T16:00:00Z' }]);
    expect(await production('closed')).toMatchObject([{ at: '2026-12-01T16:00:00Z' }]);
    expect((await told('opened')).some(({ payload }) => payload.environment === 'staging')).toBe(
      false,
    );
  });

  it('a freeze that people add, and its end by withdrawal', async () => {
    const { portal, run, production } = await portalAndTask();
    await run('announce-transitions', TUESDAY + 5 * MINUTE);
    const freeze = {
      kind: 'freeze',
      level: `${SYSTEM}#production`,
      title: 'Stop it',
      reason: 'Something is wrong',
      schedule: { type: 'always' },
      reviewAt: '2027-01-01T00:00:00Z',
    };
    const made = await portal.post('/v1/windows', freeze).expect(201);
    await run('announce-transitions', TUESDAY + 6 * MINUTE);
    expect(await production('closed')).toMatchObject([
      { at: '2026-12-01T15:06:00Z', cause: 'the rules changed' },
    ]);
    await portal
      .post(`/v1/windows/${made.body.id}/withdraw`, { why: 'It is solved by now' })
      .expect(200);
    await run('announce-transitions', TUESDAY + 7 * MINUTE);
    expect(await production('opened')).toMatchObject([{ at: '2026-12-01T15:07:00Z' }]);
  });

  it('after a long pause only what holds now is news', async () => {
    const { run, told } = await portalAndTask();
    await run('announce-transitions', TUESDAY - 5 * HOUR);
    await run('announce-transitions', TUESDAY + 5 * HOUR);
    expect([await told('opened'), await told('closed')]).toEqual([[], []]);
  });

  it('what is forgotten is said once a day to whoever owns it', async () => {
    const { portal, run, told } = await portalAndTask();
    const overdue = {
      kind: 'freeze',
      level: `${SYSTEM}#production`,
      title: 'Forgotten',
      reason: 'Nobody remembers why',
      schedule: { type: 'always' },
      owner: 'group:default/release',
      reviewAt: '2026-11-25T00:00:00Z',
    };
    await portal.post('/v1/windows', overdue).expect(201);
    const deployment = {
      entity: SYSTEM,
      environment: 'production',
      result: 'succeeded',
      startedAt: '2026-11-24T16:00:00Z',
      finishedAt: '2026-11-24T16:20:00Z',
    };
    await portal.post('/v1/deployments', deployment).expect(201);
    await run('nag', NOW + 10 * HOUR);
    await run('nag', NOW + 11 * HOUR);
    const reminders = await told('reminder');
    expect(
      reminders.map(({ payload }) => [
        payload.recipient,
        payload.items.map(({ kind }: { kind: string }) => kind),
      ]),
    ).toEqual([
      ['group:default/noipm-core-team', expect.arrayContaining(['unpermitted', 'availability'])],
      ['group:default/release', ['review-overdue']],
    ]);
    expect(reminders[1]?.notify.description).toContain('Forgotten');
    await run('nag', NOW + 10 * HOUR + DAY);
    expect((await told('reminder')).length).toBeGreaterThan(2);
  });
});

it('a long list is cut and counted', () => {
  const many = Array.from(
    { length: 30 },
    (_, index) =>
      ({ recipient: 'group:default/a', kind: 'availability', text: `line ${index}` }) as const,
  );
  const [message] = reminderMessages(many, NOW);
  expect(message?.notify).toMatchObject({
    title: 'Deploy windows: 30 things to look at',
    description: expect.stringMatching(/line 11\n… and 18 more\.$/),
  });
});
