import { aDeployment, aPermit } from '../__testUtils__/answers';
import { json, ran, refusal, type Reply } from '../__testUtils__/testWorld';

const TARGET = ['--entity', 'system:default/noipm', '--environment', 'production'];
const PERMIT_FILE = new Map([['permit.json', JSON.stringify({ permit: aPermit() })]]);
const recorded: Reply = ({ path }) =>
  json(aDeployment(path.endsWith('/finish') ? { result: 'succeeded', took: '12 min' } : {}), 201);
const GITHUB = { GITHUB_RUN_ID: '81', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'deploy' };

describe('under a permit', () => {
  it('start says what the permit says, and remembers the deployment', async () => {
    const { code, out, sent, files } = await ran(
      ['record', 'start', '--permit', 'permit.json', '--version', 'abc'],
      { files: PERMIT_FILE, reply: recorded },
    );
    expect(code).toBe(0);
    expect(sent).toMatchObject([
      {
        path: '/v1/deployments',
        body: {
          entity: 'system:default/noipm',
          environment: 'production',
          changeType: 'deploy',
          permit: 'permit-1',
          externalId: 'permit-1',
          version: 'abc',
        },
      },
    ]);
    expect(out).toEqual(['Recorded: system:default/noipm#production is running (deployment-1).']);
    expect(JSON.parse(files.get('permit.json') ?? '')).toEqual({
      permit: aPermit(),
      deployment: 'deployment-1',
    });
  });

  it.each([
    ['succeeded', 'succeeded'],
    ['failure', 'failure'],
  ])('finish %s goes to that deployment, with the fencing token', async (result, written) => {
    const files = new Map([
      ['permit.json', JSON.stringify({ permit: aPermit(), deployment: 'deployment-1' })],
    ]);
    const { code, out, sent } = await ran(
      ['record', 'finish', '--permit', 'permit.json', '--result', result],
      { files, reply: recorded },
    );
    expect([code, out]).toEqual([
      0,
      ['Recorded: system:default/noipm#production succeeded after 12 min (deployment-1).'],
    ]);
    expect(sent).toMatchObject([
      { path: '/v1/deployments/deployment-1/finish', body: { result: written, token: 7 } },
    ]);
  });

  it('finish finds the start again where it was written elsewhere', async () => {
    const { sent } = await ran(
      ['record', 'finish', '--permit', 'permit.json', '--result', 'failed'],
      { files: PERMIT_FILE, reply: recorded },
    );
    expect(sent).toMatchObject([
      {
        path: '/v1/deployments',
        body: { externalId: 'permit-1', startedAt: '2026-11-24T17:00:00Z' },
      },
      { path: '/v1/deployments/deployment-1/finish', body: { result: 'failed', token: 7 } },
    ]);
  });

  it('finish records the result although the lock was lost, and says so', async () => {
    const files = new Map([
      ['permit.json', JSON.stringify({ permit: aPermit(), deployment: 'deployment-1' })],
    ]);
    const lost: Reply = (one, count) =>
      count === 1
        ? refusal(409, 'ConflictError', 'granted to somebody else', 'LOCK_LOST')
        : recorded(one, count);
    const { code, err, sent } = await ran(
      ['record', 'finish', '--permit', 'permit.json', '--result', 'succeeded'],
      { files, reply: lost },
    );
    expect([code, err]).toEqual([0, [expect.stringMatching(/^WARNING: the lock was lost/)]]);
    expect(sent[1]?.body).toEqual({ result: 'succeeded' });
  });

  it('says the target once', async () => {
    const { code, err } = await ran(['record', 'start', '--permit', 'permit.json', ...TARGET], {
      files: PERMIT_FILE,
      reply: recorded,
    });
    expect([code, err[0]]).toEqual([2, '--entity goes without --permit: the permit says it.']);
  });
});

describe('without a permit', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[], unknown]>([
    [
      'of a run of GitHub',
      GITHUB,
      [],
      { source: 'github-actions', externalId: '81-2-deploy system:default/noipm#production' },
    ],
    [
      'of a job of GitLab',
      { CI_JOB_ID: '7' },
      [],
      { source: 'gitlab-ci', externalId: '7 system:default/noipm#production' },
    ],
    [
      'under names of its own',
      GITHUB,
      ['--source', 'script', '--external-id', 'x1'],
      { source: 'script', externalId: 'x1' },
    ],
  ])('done is one record %s', async (_, env, flags, identity) => {
    const { code, sent } = await ran(
      [
        'record',
        'done',
        ...TARGET,
        '--version',
        'abc',
        '--result',
        'success',
        '--started-at',
        '2026-11-24T16:00:00Z',
        ...flags,
      ],
      { env, reply: recorded },
    );
    expect(code).toBe(0);
    expect(sent).toEqual([
      expect.objectContaining({
        path: '/v1/deployments',
        body: {
          entity: 'system:default/noipm',
          environment: 'production',
          version: 'abc',
          result: 'success',
          startedAt: '2026-11-24T16:00:00Z',
          ...(identity as object),
        },
      }),
    ]);
  });

  it('done at a desk leaves source and run to the server', async () => {
    const { sent } = await ran(
      ['record', 'done', ...TARGET, '--result', 'succeeded', '--caused-errors'],
      { reply: recorded },
    );
    expect(sent[0]?.body).toEqual({
      entity: 'system:default/noipm',
      environment: 'production',
      result: 'succeeded',
      causedErrors: true,
    });
  });

  it('finish of the same run ends what its start began', async () => {
    const { sent } = await ran(
      ['record', 'finish', ...TARGET, '--result', 'cancelled', '--note', 'by hand'],
      { env: GITHUB, reply: recorded },
    );
    expect(sent.map(({ path }) => path)).toEqual([
      '/v1/deployments',
      '/v1/deployments/deployment-1/finish',
    ]);
    expect(sent[0]?.body).not.toHaveProperty('note');
    expect(sent[1]?.body).toEqual({ result: 'cancelled', note: 'by hand' });
  });

  it('says when nobody permitted it', async () => {
    const { code, out } = await ran(['record', 'done', ...TARGET, '--result', 'succeeded'], {
      reply: () => json(aDeployment({ unpermitted: true, result: 'succeeded' })),
    });
    expect([code, out[1]]).toEqual([
      0,
      'Warning: no permit covers its start; it went around the gate.',
    ]);
  });

  it('a record that cannot be written is no success', async () => {
    const { code } = await ran(['record', 'done', ...TARGET, '--result', 'succeeded'], {
      reply: () => refusal(503, 'ServiceUnavailableError', 'away'),
    });
    expect(code).toBe(3);
  });
});
