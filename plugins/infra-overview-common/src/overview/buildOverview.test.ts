import { noipm, noipmComponent } from './__fixtures__/noipm';
import { anEntity, anOverview, link } from './__fixtures__/readFixture';
import { inheriting } from './__fixtures__/standards';

const SCHEMA = 'infra-overview.io/v1alpha1';
const X = 'system:default/x';
const codes = (overview: typeof noipm) =>
  overview.problems.map(({ code, entityRef }) => `${code} ${entityRef}`);

it('adds a System and its Components up', () => {
  expect([noipm.outcome, noipm.parts, noipm.chain]).toEqual([
    'read',
    [{ entityRef: 'component:default/noipm-complaint-manager', outcome: 'read' }],
    [{ entityRef: 'system:default/noipm', title: 'NOIPM', level: 'system', outcome: 'read' }],
  ]);
  expect(noipm.effective?.document.addons).toHaveLength(7);
  expect(noipm.effective?.document.credentialLocations).toHaveLength(3);
});

it('the page of a Component inherits', () => {
  expect(noipmComponent.chain.map(({ level }) => level)).toEqual(['system', 'component']);
  expect(noipmComponent.effective?.document.environments).toHaveLength(3);
});

it.each`
  case                              | infra                                 | outcome      | effective
  ${'no document'}                  | ${undefined}                          | ${'absent'}  | ${false}
  ${'a newer schema'}               | ${{ schema: 'infra-overview.io/v9' }} | ${'refused'} | ${false}
  ${'no schema'}                    | ${{ addons: [] }}                     | ${'refused'} | ${false}
  ${'a document that says nothing'} | ${{ schema: SCHEMA }}                 | ${'read'}    | ${true}
`('$case: $outcome', ({ infra, outcome, effective }) => {
  const overview = anOverview(anEntity(X, 'X'), [link('system', X, infra)]);
  expect([
    overview.outcome,
    overview.effective !== undefined,
    overview.refusal !== undefined,
  ]).toEqual([outcome, effective, outcome === 'refused']);
});

it('a refused document is a problem of its entity', () => {
  const { problems, refusal } = anOverview(anEntity(X, 'X'), [
    link('system', X, { schema: 'infra-overview.io/v9' }),
  ]);
  expect(problems).toEqual([
    expect.objectContaining({ code: 'schema-newer', severity: 'refused', entityRef: X }),
  ]);
  expect(refusal).toEqual(problems[0]);
});

it('inherits where the entity itself says nothing', () => {
  const overview = anOverview(anEntity(X, 'X'), [
    link('domain', 'domain:default/d', {
      schema: SCHEMA,
      platforms: [{ id: 'heroku', status: 'preferred' }],
    }),
    link('system', X),
  ]);
  expect(overview.outcome).toBe('absent');
  expect(overview.effective?.document.platforms).toHaveLength(1);
});

it('names the entity each problem and each lost value comes from', () => {
  const overview = anOverview(
    anEntity(X, 'X'),
    [link('system', X, { schema: SCHEMA, addons: [], wrongOne: 1 })],
    [
      link('component', 'component:default/c', {
        schema: SCHEMA,
        backups: [{ id: 'b', of: 'nothing' }],
        wrongTwo: 2,
      }),
    ],
  );
  expect(codes(overview)).toEqual(
    expect.arrayContaining([
      `unknown-field ${X}`,
      'unknown-field component:default/c',
      'dangling-ref component:default/c',
    ]),
  );
  expect(overview.notUnderstood).toEqual([
    { path: 'wrongOne', value: 1, entityRef: X },
    { path: 'wrongTwo', value: 2, entityRef: 'component:default/c' },
  ]);
});

it('a reference to something a Component has is not dangling', () => {
  expect(noipm.problems.filter(({ code }) => code === 'dangling-ref')).toEqual([]);
});

it('a section that nobody states is missing once', () => {
  const missing = noipm.problems
    .filter(({ code }) => code === 'section-missing')
    .map(({ path }) => path);
  expect(missing).toEqual(['observability.monitors', 'support']);
});

it('does not blame a project for what its standard leaves open', () => {
  expect(
    codes(inheriting).filter(
      code => code.includes('domain:') && /dangling|section-missing/.test(code),
    ),
  ).toEqual([]);
});

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(noipm))).toEqual(noipm);
});
