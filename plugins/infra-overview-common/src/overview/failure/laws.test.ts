import fc from 'fast-check';
import { arbitrarySpoiltDocument } from '../../document/__testUtils__/arbitraryDocument';
import { environmentNames, viewOf } from '../../effective';
import { locate } from '../element/locate';
import { listminut } from '../__fixtures__/listminut';
import { noipm, noipmComponent } from '../__fixtures__/noipm';
import { effectiveOf, NOW } from '../__fixtures__/readFixture';
import { viewAs, type AskedView } from './__testUtils__/answerTo';
import { failureChoices } from './choices';
import type { FailureAnswer } from './failure';
import { failureAnswer } from './failureAnswer';

const SHARED = [
  'platform:heroku',
  'product:db',
  'provider:aws',
  'resource:db',
  'store:vault',
  'account:a-1',
];
const ORDER: readonly FailureAnswer['outcome'][] = [
  'survives',
  'no-effect-known',
  'degrades',
  'stops',
];

const ask = (view: AskedView, of: string) => failureAnswer(view, of, { now: NOW });

function check(view: AskedView): void {
  for (const asked of elementsOf(view)) {
    const answer = ask(view, asked);
    if (answer === undefined) continue;
    const hit = new Set([...answer.stops, ...answer.degrades].map(({ path }) => path));
    for (const { path } of answer.unaffected)
      if (path !== undefined) expect(hit).not.toContain(path);
    const stopped = new Set(answer.stops.map(({ path }) => path));
    for (const { path } of answer.degrades)
      if (path !== undefined) expect(stopped).not.toContain(path);
    const named = [
      ...answer.stops,
      ...answer.degrades,
      ...answer.unaffected,
      ...answer.recover,
      ...answer.credentials,
      ...answer.tell,
    ].flatMap(({ path }) => path ?? []);
    for (const path of named)
      expect([path, locate(view.document, path) !== undefined]).toEqual([path, true]);
    expect(answer.sentence).not.toBe('');
    if (answer.outcome === 'no-effect-known') expect(answer.sentence).toMatch(/^Nothing stated/);
  }
}

function elementsOf(view: AskedView): readonly string[] {
  return [...failureChoices(view).map(({ path }) => path), ...SHARED];
}

// A small world in which things meet each other often.
const id = fc.constantFrom('a', 'b', 'c', 'd');
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record(fields)
    .map(made =>
      Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)),
    );
const list = (fields: Record<string, fc.Arbitrary<unknown>>, key = 'id') =>
  fc.uniqueArray(record({ [key]: id, ...fields }), { selector: item => item[key], maxLength: 4 });
const availability = some(
  record({
    failover: some(fc.constantFrom('none', 'manual', 'automatic')),
    redundancy: some(fc.constantFrom('none', 'replica', 'multi-zone', 'managed')),
  }),
);
const world = record({
  environments: fc
    .record({
      processes: list(
        {
          role: fc.constantFrom('web', 'worker'),
          failover: some(fc.constantFrom('none', 'automatic')),
        },
        'name',
      ),
      hosting: record({ platform: some(fc.constantFrom('heroku', 'aws')), accountRef: some(id) }),
    })
    .map(fields => [{ name: 'production', ...fields }]),
  addons: list({
    category: fc.constantFrom('database', 'cache', 'queue', 'logging', 'dns'),
    product: some(fc.constantFrom('heroku-postgresql', 'redis')),
    storedIn: some(id),
    availability,
    credentials: some(fc.uniqueArray(id, { maxLength: 2 })),
  }),
  platforms: list({ runsOn: some(id) }),
  accounts: list({}),
  credentialLocations: list({
    appliesTo: some(fc.uniqueArray(fc.constantFrom('a', 'b', 'platform:heroku'), { maxLength: 2 })),
  }),
  domains: list({}),
  backups: list({ of: id, method: fc.constantFrom('snapshot', 'none') }),
  requestPath: some(
    fc.record({
      nodes: list({
        kind: fc.constantFrom('client', 'dns', 'cdn', 'lb', 'web', 'database'),
        addon: some(id),
        process: some(id),
      }),
      edges: fc.array(record({ from: id, to: id, condition: some(fc.constant('sometimes')) }), {
        maxLength: 8,
      }),
    }),
  ),
});

it.each`
  name               | project
  ${'NOIPM'}         | ${noipm}
  ${'its Component'} | ${noipmComponent}
  ${'ListMinut'}     | ${listminut}
`('every element of $name has an answer that holds together', ({ project }) => {
  const effective = effectiveOf(project);
  for (const name of [...environmentNames(effective), 'nowhere'])
    expect(() =>
      check({ ...viewOf(effective, name), entityRef: effective.entityRef }),
    ).not.toThrow();
});

it('whatever a document says', () => {
  fc.assert(
    fc.property(world, made => expect(check(viewAs(made))).toBeUndefined()),
    { numRuns: 300 },
  );
});

it('whatever a document says, of any shape', () => {
  fc.assert(
    fc.property(arbitrarySpoiltDocument, made =>
      expect(check(viewAs(made as object))).toBeUndefined(),
    ),
    { numRuns: 300 },
  );
});

it('an add-on that nothing names changes nothing', () => {
  fc.assert(
    fc.property(world, made => {
      const addons = made.addons as readonly object[];
      const more = { ...made, addons: [...addons, { id: 'stranger', category: 'mail' }] };
      const [before, after] = [viewAs(made), viewAs(more)];
      for (const asked of elementsOf(before)) expect(ask(after, asked)).toEqual(ask(before, asked));
    }),
    { numRuns: 100 },
  );
});

it('a failover never makes it worse', () => {
  fc.assert(
    fc.property(world, made => {
      const addons = made.addons as readonly {
        readonly id: string;
        readonly availability?: object;
      }[];
      const rescued = addons.map(addon => ({
        ...addon,
        availability: { ...addon.availability, failover: 'automatic' },
      }));
      const [before, after] = [viewAs(made), viewAs({ ...made, addons: rescued })];
      for (const asked of elementsOf(before)) {
        const [old, better] = [ask(before, asked), ask(after, asked)];
        if (old === undefined || better === undefined) continue;
        expect(ORDER.indexOf(better.outcome)).toBeLessThanOrEqual(ORDER.indexOf(old.outcome));
      }
    }),
    { numRuns: 150 },
  );
});
