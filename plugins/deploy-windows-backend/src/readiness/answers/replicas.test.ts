import { TestDatabases } from '@backstage/backend-test-utils';
import { verdictOf } from 'backstage-plugin-deploy-windows-common/readiness';
import createKnex, { type Knex } from 'knex';
import { aPortal, NOW, type Portal } from '../../__testUtils__/aPortal';
import { aComponent, aDomain, aSystem } from '../../__testUtils__/entities';
import { aGroup, aUser } from '../../__testUtils__/people';

const databases = TestDatabases.create({ ids: ['POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');
jest.setTimeout(120_000);

const MANY = 16;
const names = Array.from({ length: MANY }, (_, index) => `p${index}`);
const WEB = 'component:default/web#production';
const PATH = `/v1/readiness/subjects/${encodeURIComponent(WEB)}`;
const entities = [
  aDomain('city', {
    checklists: [
      {
        id: 'launch',
        pack: 'tts-good-production-practices@1',
        items: [{ id: 'we-met', level: 'must', statement: 'We met about the launch.' }],
      },
    ],
  }),
  aSystem('noipm', {}, { domain: 'city' }),
  aComponent(
    'web',
    {
      environments: [
        { name: 'production', processes: [{ name: 'web', role: 'web', instances: 1 }] },
        { name: 'staging' },
      ],
    },
    { system: 'noipm' },
  ),
  ...names.map(name => aUser(name, ['noipm-core-team'])),
  aGroup('noipm-core-team', names),
];

const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip; // a desk without PostgreSQL; CI stops above

// The real judge on either side.
onPostgres('two backends judge over one PostgreSQL', () => {
  let knex: Knex;
  let second: Knex;
  let portals: readonly [Portal, Portal];

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_15');
    second = createKnex(knex.client.config);
    portals = [await aPortal({ knex, entities }), await aPortal({ knex: second, entities })];
  });
  afterAll(() => second.destroy());

  const together = async (path: string, body: object = {}) =>
    Promise.all(
      names.map((name, index) =>
        (portals[index % 2] ?? portals[0]).post(path, body, `user:default/${name}`),
      ),
    );
  const transitions = (checkId: string) =>
    knex('readiness_transitions')
      .where({ subject: WEB, check_id: checkId })
      .orderBy('at')
      .select('from_status', 'to_status', 'cause');
  /** What is stored is what is worked out from everything that was said. */
  const agrees = async () => {
    for (const { rooms } of portals) {
      const { assessments } = rooms.readiness;
      const [loaded] = await assessments.load([WEB]);
      const [stored] = await assessments.verdicts([WEB]);
      if (loaded === undefined) throw new Error('no subject');
      const { checks, ...fresh } = verdictOf(loaded.subject, loaded.layers, NOW);
      expect(stored?.verdict).toEqual({ ...fresh, checks: [] });
    }
  };

  it('everybody answers at once: all are kept, the check closes once', async () => {
    const answers = [{ checkId: 'we-met', answer: 'met' }];
    const sent = await together(`${PATH}/attestations`, {
      answers,
      note: 'On Monday, all of us together.',
    });
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect(await knex('attestations')).toHaveLength(MANY);
    expect(await transitions('we-met')).toEqual([
      { from_status: 'unknown', to_status: 'pass', cause: 'attestation' },
    ]);
    await agrees();
  });

  it('everybody asks for a waiver, everybody approves it: one of each', async () => {
    const wish = {
      checkId: 'scalability.two-instances',
      code: 'planned',
      reason: 'The second machine comes in March',
    };
    const asked = await together(`${PATH}/waivers`, wish);
    const won = asked.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    const approved = await together(`/v1/readiness/waivers/${won[0]?.body.id}/approve`);
    expect(approved.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = approved.flatMap(({ body }) => body.error?.code ?? []);
    expect(new Set(codes)).toEqual(new Set(['ALREADY_APPROVED', 'SAME_PERSON']));
    expect(await transitions(wish.checkId)).toEqual([
      { from_status: 'fail', to_status: 'waived', cause: 'waiver' },
    ]);
    await agrees();
  });

  it('answers, while both backends read the catalog again', async () => {
    const answers = [{ checkId: 'security.launch-discussion', answer: 'met' }];
    const body = { answers, evidence: 'https://wiki.example.org/launch' };
    const [sent] = await Promise.all([
      together(`${PATH}/attestations`, body),
      ...portals.map(({ refresh }) => refresh()),
      ...portals.map(({ rooms }) => rooms.readiness.sweep(new AbortController().signal)),
    ]);
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect(await knex('attestations')).toHaveLength(2 * MANY);
    await agrees();
  });
});
