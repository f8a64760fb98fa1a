import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { migrate } from '../../database/migrate';
import { aReadyWorld, at, WEB, type ReadyWorld } from '../__testUtils__/aReadyWorld';

const databases = TestDatabases.create({ ids: ['POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');
jest.setTimeout(120_000);

const MANY = 24;
const people = Array.from({ length: MANY }, (_, index) => `p${index}`);
const wish = {
  checkId: 'scale.two',
  code: 'planned',
  reason: 'The second machine comes in March',
};
const why = { why: 'No, the machine is there' };

interface Outcome {
  readonly status: number;
  readonly body: { readonly id?: string; readonly error?: { readonly code: string } };
}

const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip; // a desk without PostgreSQL; CI stops above

// Two backends, each with connections of its own, over one database.
onPostgres('two backends over one PostgreSQL', () => {
  let knex: Knex;
  let second: Knex;
  let worlds: readonly [ReadyWorld, ReadyWorld];

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_15');
    await migrate(knex, mockServices.logger.mock());
    second = createKnex(knex.client.config);
  });
  afterAll(() => second.destroy());
  beforeEach(async () => {
    worlds = [await aReadyWorld(knex), await aReadyWorld(second)];
    for (const { access } of worlds)
      for (const name of people) access.granted.set(`user:default/${name}`, 'everything');
  });

  /** Everybody does it at the same moment, half of them at either backend. */
  const together = (
    send: (world: ReadyWorld, who: string, index: number) => PromiseLike<Outcome>,
  ): Promise<readonly Outcome[]> =>
    Promise.all(people.map((who, index) => send(worlds[index % 2] ?? worlds[0], who, index)));
  const codesOf = (outcomes: readonly Outcome[], won: number) => [
    outcomes.filter(({ status }) => status === won).length,
    ...new Set(outcomes.flatMap(({ body }) => body.error?.code ?? [])),
  ];
  const asked = async () =>
    (
      await worlds[0]
        .as('ann')
        .post(`${at(WEB)}/waivers`, wish)
        .expect(201)
    ).body.id as string;

  it('one waiver of a check, however many ask for it', async () => {
    const outcomes = await together((world, who) => world.as(who).post(`${at(WEB)}/waivers`, wish));
    expect(codesOf(outcomes, 201)).toEqual([1, 'ALREADY_WAIVED']);
    expect(await knex('waivers')).toHaveLength(1);
    expect(await knex('outbox')).toHaveLength(1);
  });

  it('one approval, and everybody else is told whose', async () => {
    const id = await asked();
    const outcomes = await together((world, who) => world.as(who).post(`/waivers/${id}/approve`));
    expect(codesOf(outcomes, 200)).toEqual([1, 'ALREADY_APPROVED']);
    expect(await knex('readiness_acts').select('act')).toEqual([{ act: 'approve' }]);
  });

  it('approved or denied, not both', async () => {
    const id = await asked();
    const outcomes = await together((world, who, index) =>
      index % 3 === 0
        ? world.as(who).post(`/waivers/${id}/approve`)
        : world.as(who).post(`/waivers/${id}/deny`, why),
    );
    expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await knex('readiness_acts')).toHaveLength(1);
    const [waiver] = await worlds[1].records.waivers([WEB]);
    expect([waiver?.approvedBy, waiver?.deniedBy].filter(each => each !== undefined)).toHaveLength(
      1,
    );
  });

  it('no answer is lost', async () => {
    const body = { answers: [{ checkId: 'event.plan', answer: 'met' }] };
    const outcomes = await together((world, who) =>
      world.as(who).post(`${at(WEB)}/attestations`, body),
    );
    expect(codesOf(outcomes, 201)).toEqual([MANY]);
    const kept = await worlds[0].records.attestations([WEB]);
    expect(new Set(kept.map(({ attestedBy }) => attestedBy)).size).toBe(MANY);
  });

  it('one second signature', async () => {
    const launch = {
      answers: [{ checkId: 'talk.launch', answer: 'met' }],
      evidence: 'https://wiki.example.org/launch',
    };
    const said = await worlds[0]
      .as('ann')
      .post(`${at(WEB)}/attestations`, launch)
      .expect(201);
    const { id } = said.body.items[0];
    const outcomes = await together((world, who) => world.as(who).post(`/attestations/${id}/sign`));
    expect(codesOf(outcomes, 200)).toEqual([1, 'ALREADY_SIGNED']);
    const [kept] = await worlds[1].records.attestations(['component:default/web']);
    expect(kept?.signatures).toHaveLength(2);
  });

  it('the same call sent twice, to two backends, signs once', async () => {
    const body = { answers: [{ checkId: 'event.plan', answer: 'met' }] };
    const outcomes = await together(world =>
      world.as('p0').post(`${at(WEB)}/attestations`, body, { 'Idempotency-Key': 'k' }),
    );
    expect(codesOf(outcomes, 201)).toEqual([MANY]);
    expect(await knex('attestations')).toHaveLength(1);
  });
});
