import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  failureAnswerSchema,
  fleetImpactSchema,
  parseAnswer,
} from 'backstage-plugin-infra-overview-common';
import request from 'supertest';
import { aSystem, organisation, SCHEMA } from '../__testUtils__/entities';
import { ownedBy, startPortal, type Portal } from '../__testUtils__/startPortal';
import { peopleToTell } from './affectedProject';

jest.setTimeout(120_000);

const COMPLAINTS = '/v1/overview/system/default/complaints/failure';
const onHeroku = (name: string, owner: string | undefined) =>
  aSystem(name, {
    spec: owner === undefined ? {} : { owner },
    infra: {
      schema: SCHEMA,
      environments: [
        {
          name: 'production',
          hosting: { platform: 'heroku' },
          processes: [{ name: 'web', role: 'web' }],
        },
      ],
      addons: [
        { id: 'db', category: 'database', product: 'mysql', resourceRef: 'resource:default/big' },
      ],
      requestPath: {
        nodes: [
          { id: 'web', kind: 'web', process: 'web' },
          { id: 'db', kind: 'database', addon: 'db' },
        ],
        edges: [{ from: 'web', to: 'db' }],
      },
      support: { escalation: [{ id: 'a', for: 'infrastructure', to: 'group:default/night' }] },
    },
  });

describe('what goes down', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      entities: [...organisation, onHeroku('shop', 'shop-team'), onHeroku('blog', 'blog-team')],
      policy: (user, permission) => {
        if (permission === 'infra-overview.overview.read' && user === 'user:default/stranger')
          return { result: AuthorizeResult.DENY };
        if (permission === 'catalog.entity.read' && user === 'user:default/blogger')
          return ownedBy('group:default/blog-team');
        return undefined;
      },
    });
  });
  afterAll(async () => portal?.stop());

  const failure = async (query: object, path = COMPLAINTS, user?: string) =>
    portal.get(`${path}?${new URLSearchParams(query as Record<string, string>)}`, user);
  const impact = async (query: object, user?: string) =>
    portal.get(`/v1/impact?${new URLSearchParams(query as Record<string, string>)}`, user);

  it('answers for a part, with the owner to tell', async () => {
    const { status, body } = await failure({ of: 'addons[db]' });
    expect(status).toBe(200);
    const answer = parseAnswer(failureAnswerSchema, body);
    expect(answer).toMatchObject({ environment: 'production', title: 'Heroku PostgreSQL' });
    expect(answer.tell).toContainEqual({ title: 'Owner', text: 'core' });
    expect(answer.unknown.map(({ path }) => path)).toContain('requestPath');
  });

  it('answers for the environment that is asked about', async () => {
    const { body } = await failure({ of: 'platform:heroku', environment: 'Staging' });
    expect(body).toMatchObject({ environment: 'staging', outcome: 'stops' });
  });

  it.each`
    query                                         | status | words
    ${{ of: 'addons[dbx]' }}                      | ${404} | ${/No part .addons\[dbx\]. in production; there is addons\[db\]/}
    ${{ of: 'addons[db]', environment: 'attic' }} | ${400} | ${/declares production, staging/}
    ${{}}                                         | ${400} | ${/of/}
  `('$query: $status', async ({ query, status, words }) => {
    const answer = await failure(query);
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringMatching(words),
    ]);
  });

  it.each`
    entity                                          | status
    ${'/v1/overview/system/default/silent/failure'} | ${404}
    ${'/v1/overview/system/default/gone/failure'}   | ${404}
  `('$entity: $status', async ({ entity, status }) => {
    expect((await failure({ of: 'addons[db]' }, entity)).status).toBe(status);
  });

  it('a hidden project is not there, and a stranger may not ask', async () => {
    expect((await failure({ of: 'addons[db]' }, COMPLAINTS, 'user:default/blogger')).status).toBe(
      404,
    );
    expect((await failure({ of: 'addons[db]' }, COMPLAINTS, 'user:default/stranger')).status).toBe(
      403,
    );
    expect((await impact({ of: 'platform:heroku' }, 'user:default/stranger')).status).toBe(403);
    const nobody = await request(portal.server)
      .get('/api/infra-overview/v1/impact?of=platform:heroku')
      .set('Authorization', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
  });

  const names = (body: { affected: readonly { title: string }[] }) =>
    body.affected.map(({ title }) => title).sort();

  it.each`
    of                                 | affected
    ${'platform:heroku'}               | ${['Complaint manager', 'blog', 'shop']}
    ${'platform:Heroku'}               | ${['Complaint manager', 'blog', 'shop']}
    ${'product:mysql'}                 | ${['blog', 'shop']}
    ${'resource:default/big'}          | ${['blog', 'shop']}
    ${'resource:resource:default/big'} | ${['blog', 'shop']}
    ${'provider:dnsimple'}             | ${['Complaint manager']}
    ${'store:1password'}               | ${['Complaint manager']}
    ${'platform:mainframe'}            | ${[]}
  `('projects on $of: $affected', async ({ of, affected }) => {
    const { status, body } = await impact({ of });
    expect(status).toBe(200);
    expect(names(parseAnswer(fleetImpactSchema, body))).toEqual(affected);
    for (const { answers } of body.affected) expect(answers.length).toBeGreaterThan(0);
  });

  it('says whom to tell, once each', async () => {
    const { body } = await impact({ of: 'product:mysql' });
    expect([...body.tell].sort()).toEqual(['blog-team', 'night', 'shop-team']);
  });

  it('shows the projects that the caller may see, and tells nobody of the others', async () => {
    const { body } = await impact({ of: 'platform:heroku' }, 'user:default/blogger');
    expect(names(body)).toEqual(['blog']);
    expect(JSON.stringify(body)).not.toMatch(/shop|complaint/i);
  });

  it.each(['nonsense', 'platform:', 'account:live', 'addons[db]'])(
    '%s is no shared thing',
    async of => {
      expect((await impact({ of })).status).toBe(400);
    },
  );

  it('asks the catalog as often for three projects as for one', async () => {
    portal.catalogCalls();
    await impact({ of: 'provider:dnsimple' });
    const one = portal.catalogCalls().length;
    await impact({ of: 'platform:heroku' });
    expect(portal.catalogCalls().length).toBeLessThanOrEqual(one);
  });
});

it('a project that nobody owns is named among those to tell', () => {
  const project = { entityRef: 'system:default/orphan', title: 'Orphan', answers: [] };
  expect(peopleToTell([{ project, escalation: [] }])).toEqual(['Orphan: owner not stated']);
});
