import { z } from 'zod';
import { noipm } from '../overview/__fixtures__/noipm';
import { effectiveOf, NOW } from '../overview/__fixtures__/readFixture';
import { environmentMatrix, fleetRow } from '../overview';
import {
  comparisonSchema,
  fleetFacetsSchema,
  fleetPageSchema,
  fleetQuerySchema,
  overviewSchema,
  parseAnswer,
  parseWire,
} from './index';

const overTheWire = (value: unknown) => JSON.parse(JSON.stringify(value));
const { terms, ...row } = fleetRow(noipm, NOW);

it.each`
  name            | schema               | value
  ${'overview'}   | ${overviewSchema}    | ${noipm}
  ${'comparison'} | ${comparisonSchema}  | ${{ entityRef: 'system:default/noipm', ...environmentMatrix(effectiveOf(noipm), ['production', 'ci']) }}
  ${'fleet page'} | ${fleetPageSchema}   | ${{ rows: [row], hasMore: true, nextCursor: 'abc' }}
  ${'facets'}     | ${fleetFacetsSchema} | ${{ owners: [{ value: 'a', count: 1 }], domains: [], platforms: [], standings: [], stages: [], stores: [], products: [], providers: [], missing: [] }}
`('what a server sends is what a client reads: $name', ({ schema, value }) => {
  expect(parseAnswer(schema, overTheWire(value))).toEqual(value);
});

it('terms are for the search and stay on the server', () => {
  expect(terms.length).toBeGreaterThan(0);
  expect(
    parseAnswer(fleetPageSchema, overTheWire({ rows: [fleetRow(noipm, NOW)], hasMore: false }))
      .rows[0],
  ).not.toHaveProperty('terms');
});

it.each`
  query                                              | read
  ${{}}                                              | ${{}}
  ${{ text: ' shop.example ' }}                      | ${{ text: 'shop.example' }}
  ${{ limit: '50', order: 'desc' }}                  | ${{ limit: 50, order: 'desc' }}
  ${{ missing: 'backup,restore-test' }}              | ${{ missing: ['backup', 'restore-test'] }}
  ${{ missing: ['backup', 'tls'] }}                  | ${{ missing: ['backup', 'tls'] }}
  ${{ standing: 'legacy', tlsBefore: '2026-12-24' }} | ${{ standing: 'legacy', tlsBefore: '2026-12-24' }}
  ${{ sort: 'alert-route', unknown: 'x' }}           | ${{ sort: 'alert-route' }}
`('reads the query $query', ({ query, read }) => {
  expect(parseWire(fleetQuerySchema, query)).toEqual(read);
});

it('names every bad field of a request at once', () => {
  const call = () =>
    parseWire(fleetQuerySchema, { limit: '1000', sort: 'colour', missing: 'luck' });
  expect(call).toThrow(expect.objectContaining({ name: 'InputError' }));
  expect(call).toThrow(/missing\.0: .*; sort: .*; limit: /);
});

it('a bad answer is the fault of the server', () => {
  const call = () => parseAnswer(fleetPageSchema, { rows: 'none' });
  expect(call).toThrow(/answer was not understood.*rows/);
  expect(call).not.toThrow(expect.objectContaining({ name: 'InputError' }));
});

it('does not read the document again', () => {
  const strange = {
    ...noipm,
    effective: { entityRef: 'x', document: { later: true }, origins: {}, offers: [] },
  };
  expect(parseAnswer(overviewSchema, strange).effective).toBe(strange.effective);
});

// The OpenAPI description of the backend is made from these.
it.each`
  name            | schema               | property
  ${'overview'}   | ${overviewSchema}    | ${'effective'}
  ${'comparison'} | ${comparisonSchema}  | ${'rows'}
  ${'fleet page'} | ${fleetPageSchema}   | ${'nextCursor'}
  ${'facets'}     | ${fleetFacetsSchema} | ${'missing'}
  ${'query'}      | ${fleetQuerySchema}  | ${'tlsBefore'}
`('a JSON Schema can be made of $name', ({ schema, property }) => {
  expect(z.toJSONSchema(schema, { unrepresentable: 'any' }).properties).toHaveProperty(property);
});
