import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrate } from '../../database/migrate';
import { aReadyWorld, at, WEB, type ReadyWorld } from '../__testUtils__/aReadyWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const why = { why: 'Because I say so' };
const met = (checkId: string) => ({ answers: [{ checkId, answer: 'met' }] });
const waiver = {
  checkId: 'scale.two',
  code: 'planned',
  reason: 'The second machine comes in March',
};
const emergency = {
  entity: 'component:default/web',
  environment: 'production',
  reason: 'The site is down and the fix is ready',
};

describe('who may say anything', () => {
  let knex: Knex;
  let world: ReadyWorld;
  let ids: { readonly attestation: string; readonly waiver: string };
  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    world = await aReadyWorld(knex);
    const launch = { ...met('talk.launch'), evidence: 'https://wiki.example.org/launch' };
    const said = await world
      .as('ann')
      .post(`${at(WEB)}/attestations`, launch)
      .expect(201);
    const asked = await world
      .as('ann')
      .post(`${at(WEB)}/waivers`, waiver)
      .expect(201);
    ids = { attestation: said.body.items[0].id, waiver: asked.body.id };
  });

  const counts = async () => [
    await knex('attestations').count('* as n'),
    await knex('waivers').count('* as n'),
    await knex('readiness_acts').count('* as n'),
  ];
  const pathOf = (path: string) =>
    path.replace('ATTESTATION', ids.attestation).replace('WAIVER', ids.waiver);

  const WRITES = [
    [`${at(WEB)}/attestations`, met('event.plan')],
    ['/attestations/ATTESTATION/sign', {}],
    ['/attestations/ATTESTATION/agree', {}],
    ['/attestations/ATTESTATION/revoke', why],
    [`${at(WEB)}/waivers`, { ...waiver, checkId: 'log.read' }],
    ['/waivers/WAIVER/approve', {}],
    ['/waivers/WAIVER/deny', why],
    ['/waivers/WAIVER/revoke', why],
    ['/break-glass', emergency],
    [`${at(WEB)}/carry-over`, { from: 'component:default/web#prod', why: 'It was renamed' }],
  ] as const;

  it.each(WRITES)('a stranger is refused: %s', async (path, body) => {
    const before = await counts();
    const response = await world.as('eve').post(pathOf(path), body).expect(403);
    expect(response.body.error.message).toContain('You need deploy-windows.');
    expect(await counts()).toEqual(before);
    expect(world.audited().at(-1)).toMatchObject({ outcome: 'fail' });
  });

  it.each(WRITES)('a token is refused, whatever it may: %s', async (path, body) => {
    const before = await counts();
    world.access.granted.set('external:ci', 'everything');
    await world.as('external:ci').post(pathOf(path), body).expect(403);
    expect(await counts()).toEqual(before);
  });

  it.each(WRITES)('for whom it is hidden it is not there: %s', async (path, body) => {
    world.access.hidden.add('component:default/web');
    world.access.granted.set('user:default/eve', 'everything');
    const { status } = await world.as('eve').post(pathOf(path), body);
    expect(status).toBe(404);
  });

  it.each`
    path
    ${at(WEB)}
    ${`${at(WEB)}/compare?with=component%3Adefault%2Fweb%23staging`}
    ${'/verdict?entity=component:default/web&environment=production'}
  `('nor can it be read: $path', async ({ path }) => {
    await world.as('external:ci').get(path).expect(200);
    world.access.hidden.add('component:default/web');
    expect((await world.as('eve').get(path)).status).toBe(404);
  });
});
