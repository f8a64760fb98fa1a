import { aDecision, aLock, anAllowedDecision, aPermit } from '../__testUtils__/answers';
import { json, ran, refusal, type Reply } from '../__testUtils__/testWorld';

const TARGET = ['--entity', 'system:default/noipm', '--environment', 'production'];
const granted: Reply = () => json({ decision: anAllowedDecision(), permit: aPermit() }, 201);
const held: Reply = () => json({ decision: aDecision(), queue: { place: 2 } });
const PERMIT_FILE = new Map([
  ['permit.json', JSON.stringify({ permit: aPermit(), deployment: 'deployment-1' })],
]);

describe('lock take', () => {
  const TAKE = ['lock', 'take', ...TARGET];

  it('takes permit and lock, writes them down, and names the steps', async () => {
    const { code, out, sent, files } = await ran(
      [...TAKE, '--duration', 'PT20M', '--ttl', 'PT30M', '--out', 'permit.json'],
      {
        reply: granted,
        env: { CIRCLE_WORKFLOW_JOB_ID: 'job-4' },
      },
    );
    expect(code).toBe(0);
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/v1/permits',
        body: {
          entity: 'system:default/noipm',
          environment: 'production',
          duration: 'PT20M',
          ttl: 'PT30M',
          runKey: 'circleci/job-4',
        },
      },
    ]);
    expect(out.slice(-5)).toEqual([
      'Permit permit-1 for system:default/noipm#production: start by 2026-11-24T17:15:00Z and be done by 2026-11-24T18:00:00Z.',
      'Lock system:default/noipm#production is yours until 2026-11-24T17:30:00Z.',
      'Deploy a release:',
      '1. Maintenance on',
      '2. Migrate',
    ]);
    expect(JSON.parse(files.get('permit.json') ?? '')).toEqual({ permit: aPermit() });
  });

  it('writes nothing when it is held, and names the place in the queue', async () => {
    const { code, out, files } = await ran([...TAKE, '--out', 'permit.json'], { reply: held });
    expect([code, out.at(-1), files.size]).toEqual([1, 'In the queue: place 2.', 0]);
  });

  it('gives it back at once when nobody could finish it', async () => {
    const { code, err, sent } = await ran([...TAKE, '--out', '/read-only/permit.json'], {
      reply: ({ path }) =>
        path === '/v1/permits'
          ? json({ decision: anAllowedDecision(), permit: aPermit() })
          : json(aPermit()),
    });
    expect([code, err]).toEqual([2, ['/read-only/permit.json cannot be written (EROFS).']]);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/permits', '/v1/permits/permit-1/release']);
  });

  it('waits, and repeats a call that may have arrived under its own key', async () => {
    const replies: readonly Reply[] = [
      () => refusal(503, 'ServiceUnavailableError', 'away'),
      held,
      granted,
    ];
    const { code, sent } = await ran([...TAKE, '--wait', 'PT1H'], {
      reply: (one, count) => (replies[count - 1] ?? granted)(one, count),
    });
    expect(code).toBe(0);
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['id-1', 'id-1', 'id-2']);
  });
});

describe('with the permit', () => {
  it.each<[string, readonly string[], string, unknown, string]>([
    [
      'renew',
      ['lock', 'renew', '--permit', 'permit.json', '--ttl', 'PT1H'],
      '/v1/permits/permit-1/renew',
      { token: 7, ttl: 'PT1H' },
      'Permit permit-1',
    ],
    [
      'release',
      ['lock', 'release', '--permit', 'permit.json'],
      '/v1/permits/permit-1/release',
      { token: 7 },
      'Given back: permit permit-1',
    ],
  ])('%s', async (_, args, path, body, words) => {
    const { code, out, sent } = await ran(args, {
      files: PERMIT_FILE,
      reply: () => json(aPermit()),
    });
    expect(code).toBe(0);
    expect(sent).toMatchObject([{ method: 'POST', path, body }]);
    expect(out[0]).toContain(words);
  });

  it('renew writes the new end down and keeps the deployment', async () => {
    const renewed = aPermit({
      lock: { id: 'lock-1', key: 'k', token: 7, expiresAt: '2026-11-24T19:00:00Z' },
    });
    const { files } = await ran(['lock', 'renew', '--permit', 'permit.json'], {
      files: PERMIT_FILE,
      reply: () => json(renewed),
    });
    expect(JSON.parse(files.get('permit.json') ?? '')).toEqual({
      permit: renewed,
      deployment: 'deployment-1',
    });
  });

  it.each([
    [
      'a lock that was lost is no success',
      PERMIT_FILE,
      () => refusal(409, 'ConflictError', 'Another run holds the lock', 'LOCK_LOST'),
      1,
      /Another run holds the lock/,
    ],
    [
      'a file that is no permit',
      new Map([['permit.json', '{}']]),
      granted,
      2,
      /permit.json is no permit/,
    ],
    [
      'a permit without a lock',
      new Map([['permit.json', JSON.stringify({ permit: { ...aPermit(), lock: undefined } })]]),
      granted,
      2,
      /without a lock/,
    ],
  ])('%s', async (_, files, reply, expected, words) => {
    const { code, err } = await ran(['lock', 'release', '--permit', 'permit.json'], {
      files,
      reply,
    });
    expect(code).toBe(expected);
    expect(err.join('\n')).toMatch(words);
  });
});

describe('lock hold and unlock', () => {
  const locks =
    (...items: readonly unknown[]): Reply =>
    ({ method }) =>
      method === 'GET' ? json({ items }) : json(items[0]);

  it('holds with a reason', async () => {
    const { code, out, sent } = await ran(
      ['lock', 'hold', ...TARGET, '--reason', 'Restoring the database'],
      { reply: () => json(aLock({ mine: true }), 201) },
    );
    expect(code).toBe(0);
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/v1/locks',
        body: {
          entity: 'system:default/noipm',
          environment: 'production',
          reason: 'Restoring the database',
        },
      },
    ]);
    expect(out).toEqual([
      'Hold lock-1 on system:default/noipm#production: user:default/ann since 2026-11-24T15:02:00Z (Restoring the database).',
    ]);
  });

  it('a lock of somebody else is not taken over', async () => {
    const { code, err } = await ran(
      ['lock', 'hold', ...TARGET, '--reason', 'Restoring the database'],
      { reply: () => refusal(409, 'ConflictError', 'ann holds it', 'LOCK_HELD') },
    );
    expect([code, err]).toEqual([1, ['ann holds it.']]);
  });

  it.each<[string, readonly string[], Reply, number, string | undefined]>([
    ['gives back its own', [], locks(aLock({ mine: true })), 0, '/v1/locks/lock-1/release'],
    ['leaves that of somebody else', [], locks(aLock()), 1, undefined],
    [
      'breaks that of somebody else when told to',
      ['--break', '--reason', 'The runner is gone'],
      locks(aLock()),
      0,
      '/v1/locks/lock-1/break',
    ],
    ['has nothing to do', [], locks(), 1, undefined],
  ])('unlock %s', async (_, flags, reply, expected, path) => {
    const { code, sent } = await ran(['unlock', ...TARGET, ...flags], { reply });
    expect(code).toBe(expected);
    expect(sent[0]?.path).toBe('/v1/locks?entity=system%3Adefault%2Fnoipm&environment=production');
    expect(sent[1]?.path).toBe(path);
  });

  it('unlock by id asks for no list', async () => {
    const { sent } = await ran(['unlock', '--lock', 'lock-9'], { reply: locks(aLock()) });
    expect(sent.map(({ path }) => path)).toEqual(['/v1/locks/lock-9/release']);
  });
});
