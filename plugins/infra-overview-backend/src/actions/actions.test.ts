import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotFoundError } from '@backstage/errors';
import { buildOverview, readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { SCHEMA } from '../__testUtils__/entities';
import { registerActions } from '.';

const NOW = Date.UTC(2026, 10, 24);
const REF = 'system:default/shop';
const credentials = mockCredentials.user('user:default/ann');

const overview = buildOverview(
  {
    entity: { ref: REF, kind: 'System', namespace: 'default', name: 'shop', title: 'Shop' },
    chain: [
      {
        entityRef: REF,
        level: 'system',
        result: readInfraDocument({
          schema: SCHEMA,
          environments: [
            { name: 'production', stage: 'production', hosting: { platform: 'heroku' } },
          ],
        }),
      },
    ],
  },
  NOW,
);
const finding = {
  id: 'x',
  path: 'environments[production].hosting.plan',
  environment: 'production',
  source: 'heroku',
  title: 'Plan',
  words: 'declared basic, observed standard-1x',
  at: NOW,
};
const drift = [
  { ...finding, status: 'different', patch: { entityRef: REF, at: 'here', yaml: 'plan: x' } },
  { ...finding, id: 'y', status: 'same' },
];

function actions() {
  const registry = actionsRegistryServiceMock();
  const asked: unknown[] = [];
  registerActions({
    registry,
    now: () => NOW,
    overviews: {
      overview: async (ref, options) => {
        asked.push(options.credentials);
        if (ref !== REF) throw new NotFoundError(`No entity ${ref}`);
        return { body: JSON.stringify(overview), etag: '' };
      },
    },
    observed: {
      observed: async (_, options) => {
        asked.push(options.credentials);
        const body = JSON.stringify({ sources: [{ words: 'Heroku looked' }], drift, facts: [] });
        return { body, etag: '' };
      },
    },
    impact: {} as never,
  });
  const call = async (name: string, input: object) =>
    registry.invoke({ id: `test:${name}`, input: input as never, credentials });
  return { call, asked };
}

it('says what differs, as whoever asks', async () => {
  const { call, asked } = actions();
  const { output } = await call('infra-drift', { entity: REF });
  expect(output).toEqual({
    sentence: 'One fact differs from the document.',
    differences: [
      {
        path: finding.path,
        environment: 'production',
        what: 'Plan',
        words: finding.words,
        source: 'heroku',
        yaml: 'plan: x',
      },
    ],
    sources: ['Heroku looked'],
  });
  expect(asked).toEqual([credentials]);
});

it('answers the four questions of an environment', async () => {
  const { call } = actions();
  const { output } = await call('infra-overview', { entity: 'System:shop' });
  expect(output).toMatchObject({
    environment: 'production',
    answers: expect.arrayContaining([expect.objectContaining({ title: expect.any(String) })]),
  });
  expect(JSON.stringify(output)).toContain('Heroku');
  const none = await call('infra-overview', { entity: REF, environment: 'moon' });
  expect(none.output).toMatchObject({ environments: ['production'], answers: [] });
});

it.each([['api:default/x'], ['nothing'], ['system:default/other']])(
  'has no answer for %s',
  async entity => {
    await expect(actions().call('infra-overview', { entity })).rejects.toThrow();
  },
);
