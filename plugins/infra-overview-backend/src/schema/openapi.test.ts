import {
  FLEET_GAPS,
  FLEET_SORTS,
  fleetDriftQuerySchema,
  fleetQuerySchema,
} from 'backstage-plugin-infra-overview-common';
import { z } from 'zod';
import { aFleetRow } from '../__testUtils__/aFleetRow';
import { createRouter, type RoutesOptions } from '../routes';
import { schemas } from './components';
import { spec } from './openapi';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: object;
}
const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = spec.paths;

const queryParameters = (path: keyof typeof spec.paths) => {
  const parameters = operations[path]?.get?.parameters ?? [];
  return parameters.filter(parameter => parameter.in === 'query').map(parameter => parameter.name);
};

const enumOf = (name: string) => {
  const parameter = spec.paths['/v1/fleet'].get.parameters.find(found => found.name === name);
  return parameter && 'enum' in parameter.schema ? [...parameter.schema.enum] : undefined;
};

describe('the contract', () => {
  it('names the routes that there are, and no other', () => {
    const never = () => {
      throw new Error('Not called');
    };
    const router = createRouter(new Proxy({}, { get: () => never }) as RoutesOptions);
    const routes = (router.stack as unknown as readonly Layer[]).flatMap(({ route }) =>
      route ? Object.keys(route.methods).map(method => `${method} ${route.path}`) : [],
    );
    const described = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(routes.filter(route => !route.endsWith('/openapi.json')).sort()).toEqual(
      described.sort(),
    );
  });

  it('has the parameters that the query of the fleet is read by', () => {
    const { properties } = z.toJSONSchema(fleetQuerySchema, {
      io: 'input',
      unrepresentable: 'any',
    }) as { properties: object };
    expect(queryParameters('/v1/fleet').sort()).toEqual(Object.keys(properties).sort());
    expect([...queryParameters('/v1/fleet.csv'), 'limit', 'cursor'].sort()).toEqual(
      Object.keys(properties).sort(),
    );
  });

  it('has the parameters that the query of the drift is read by', () => {
    const { properties } = z.toJSONSchema(fleetDriftQuerySchema, { io: 'input' }) as {
      properties: object;
    };
    expect(queryParameters('/v1/drift').sort()).toEqual(Object.keys(properties).sort());
    expect([...queryParameters('/v1/drift.csv'), 'limit', 'cursor'].sort()).toEqual(
      Object.keys(properties).sort(),
    );
  });

  it('has the words that the query of the fleet is read by', () => {
    expect(enumOf('sort')).toEqual([...FLEET_SORTS]);
    for (const gap of FLEET_GAPS)
      expect(fleetQuerySchema.parse({ missing: gap }).missing).toEqual([gap]);
    for (const standing of enumOf('standing') ?? [])
      expect(fleetQuerySchema.parse({ standing }).standing).toBe(standing);
  });

  it('describes every answer field by field', () => {
    const page = schemas.FleetPage as unknown as {
      properties: { rows: { items: { properties: object } } };
    };
    // Every field of a row, and none that a row does not have.
    const optional = ['domain', 'system', 'owner', 'lifecycle', 'tlsExpires', 'drift'];
    expect(Object.keys(page.properties.rows.items.properties).sort()).toEqual(
      [...Object.keys(aFleetRow('a')), ...optional].sort(),
    );
    expect(schemas.Overview).toMatchObject({
      required: expect.arrayContaining([
        'entity',
        'outcome',
        'problems',
        'chain',
        'parts',
        'computedAt',
      ]),
    });
  });

  it('refers only to what it describes', () => {
    const refs = [...JSON.stringify(spec).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      match => match[1],
    );
    expect([...new Set(refs)].sort()).toEqual(Object.keys(schemas).sort());
  });

  it('says of every route how it refuses', () => {
    for (const { responses } of Object.values(operations).flatMap(each => Object.values(each))) {
      const statuses = Object.keys(responses);
      expect(statuses).toEqual(expect.arrayContaining(['400', '401', '403']));
      expect(statuses.some(status => status.startsWith('20'))).toBe(true);
    }
  });
});
