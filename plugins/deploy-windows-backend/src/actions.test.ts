import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aPortal, ANN, NOW } from './__testUtils__/aPortal';
import { organisation } from './__testUtils__/entities';
import { registerActions } from './actions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
const production = { entity: 'system:default/noipm', environment: 'production' };

async function assistant({ config = {}, ...wish }: Partial<Parameters<typeof aPortal>[0]> = {}) {
  const portal = await aPortal({
    knex: await databases.init('SQLITE_3'),
    entities: organisation,
    config,
    ...wish,
  });
  const registry = actionsRegistryServiceMock();
  registerActions({
    registry,
    decisions: portal.rooms.decisions.decisions,
    windows: portal.rooms.decisions.windows,
    overrides: portal.rooms.overrides.service,
    readiness: portal.rooms.subjects,
    needsSecondPerson: async () => config.override === undefined,
    principals: {
      principalOf: async ({ principal }) => {
        const { userEntityRef, subject } = principal as {
          userEntityRef?: string;
          subject?: string;
        };
        return { ref: userEntityRef ?? subject ?? '', memberOf: [] };
      },
    },
    now: () => NOW,
  });
  const invoke = async (
    name: string,
    input: object,
    credentials: Parameters<typeof registry.invoke>[0]['credentials'] = mockCredentials.user(ANN),
  ) =>
    (await registry.invoke({ id: `test:${name}`, input: input as never, credentials }))
      .output as any;
  return { portal, registry, invoke };
}

describe('what assistants may ask', () => {
  it('those that read, and one that asks a person', async () => {
    const { registry } = await assistant();
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => [name, attributes.readOnly, attributes.destructive]),
    ).toEqual([
      ['can-deploy', true, false],
      ['next-openings', true, false],
      ['explain', true, false],
      ['list-windows', true, false],
      ['readiness-verdict', true, false],
      ['open-checks', true, false],
      ['explain-check', true, false],
      ['request-override', false, false],
    ]);
  });

  it('may we deploy, and if not, when and why', async () => {
    const { invoke } = await assistant();
    expect(await invoke('can-deploy', production)).toMatchObject({
      outcome: 'blocked',
      sentence: expect.stringContaining('IPM staff'),
      reasons: [{ code: 'NOTICE_REQUIRED', clearedBy: ['notice', 'waiting', 'override'] }],
      nextOpen: 'Tue 1 Dec, 09:00 (2026-12-01T15:00:00Z)',
    });
    expect(await invoke('next-openings', { ...production, count: '2' })).toMatchObject({
      zone: 'America/Chicago',
      openings: [{ at: '2026-12-01T15:00:00Z' }, { at: '2026-12-08T15:00:00Z' }],
    });
    expect((await invoke('explain', production)).steps).toMatchObject([
      { title: 'Agreed with IPM', governs: true, active: false },
    ]);
    expect(await invoke('list-windows', production)).toMatchObject({
      openByDefault: true,
      windows: [{ kind: 'notice', sentence: 'Every Tuesday 09:00–10:00 (America/Chicago)' }],
    });
  });

  it.each([
    ['a stranger learns nothing', { hidden: ['system:default/noipm'] }],
    [
      'nor whoever may not read decisions',
      {
        policy: (name: string) =>
          name === 'deploy-windows.decision.read'
            ? ({ result: AuthorizeResult.DENY } as const)
            : undefined,
      },
    ],
  ])('%s', async (_, wish) => {
    const { invoke } = await assistant(wish);
    for (const name of ['can-deploy', 'next-openings', 'explain', 'list-windows'])
      await expect(invoke(name, production)).rejects.toThrow(
        /may not see|You need deploy-windows.decision.read/,
      );
    await expect(
      invoke('request-override', {
        ...production,
        rules: ['notice:x'],
        end: '2026-11-24T20:00:00Z',
        reason: 'Because I say so',
      }),
    ).rejects.toThrow(/may not see|You need/);
  });

  it.each([
    ['no such environment', { ...production, environment: 'mars' }, /has no environment mars/],
    ['a time without an offset', { ...production, at: '2026-11-24T12:00' }, /offset/],
    ['no such kind of change', { ...production, changeType: 'yolo' }, /changeType/],
  ])('%s', async (_, input, message) => {
    const { invoke } = await assistant();
    await expect(invoke('can-deploy', input)).rejects.toThrow(message);
  });

  describe('an override', () => {
    const wish = {
      ...production,
      rules: ['notice:system:default/noipm/ipm'],
      end: '2026-11-24T20:00:00Z',
      reason: 'The customer called and asked for it',
    };

    it('is asked for, and changes nothing until somebody else agrees', async () => {
      const { invoke } = await assistant();
      expect(await invoke('request-override', wish)).toMatchObject({
        state: 'waiting',
        sentence: expect.stringContaining('another person'),
      });
      expect((await invoke('can-deploy', production)).outcome).toBe('blocked');
    });

    it('is not for assistants where nobody else has to agree', async () => {
      const { invoke } = await assistant({ config: { override: { twoPerson: 'never' } } });
      await expect(invoke('request-override', wish)).rejects.toThrow(/in the portal/);
    });

    it('is never asked for by a machine, and never without the permission', async () => {
      const { invoke } = await assistant({
        policy: name =>
          name === 'deploy-windows.override.request' ? { result: AuthorizeResult.DENY } : undefined,
      });
      await expect(
        invoke('request-override', wish, mockCredentials.service('external:mcp')),
      ).rejects.toThrow(/in the name of a person/);
      await expect(invoke('request-override', wish)).rejects.toThrow(
        /deploy-windows.override.request/,
      );
    });
  });

  it('is it ready, what is missing, and why', async () => {
    const { invoke } = await assistant({
      config: { readiness: { packs: [{ name: 'tts-good-production-practices', subjects: {} }] } },
    });
    const place = { entity: 'component:default/complaints', environment: 'production' };
    const verdict = await invoke('readiness-verdict', place);
    expect(verdict).toMatchObject({
      verdict: expect.stringMatching(/^not-/),
      sentence: expect.stringContaining('must-have'),
      gate: expect.any(String),
    });
    const { checks } = await invoke('open-checks', { ...place, level: 'must' });
    expect(checks.map(({ check }: { check: string }) => check)).toEqual(
      expect.arrayContaining(verdict.open.map(({ check }: { check: string }) => check)),
    );
    expect(await invoke('explain-check', { ...place, check: 'backups.snapshots' })).toMatchObject({
      title: 'Data that cannot be rebuilt is copied regularly',
      level: 'must',
      rule: expect.arrayContaining([expect.any(String)]),
      path: 'backups[]',
    });
    await expect(invoke('explain-check', { ...place, check: 'nothing' })).rejects.toThrow(
      'is not asked of',
    );
  });

  it('of what a caller may not see nothing is told', async () => {
    const { invoke } = await assistant({ hidden: ['component:default/complaints'] });
    const place = { entity: 'component:default/complaints', environment: 'production' };
    for (const name of ['readiness-verdict', 'open-checks'])
      await expect(invoke(name, place)).rejects.toThrow(/There is no|not judged/);
    await expect(invoke('explain-check', { ...place, check: 'x.owner-valid' })).rejects.toThrow(
      /There is no|not judged/,
    );
  });
});
