import type { JsonObject } from '@backstage/types';
import * as wire from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import type { Route } from './route';

const NAMES = namesOf(wire);

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        code: { type: 'string' },
      },
    },
  },
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request was not understood; every bad field is named',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not there, or not visible to the caller',
  409: 'Changed, held or used by someone else; `code` says which',
  503: 'The answer cannot be worked out now',
};

type Shapes = Record<string, unknown>;

/** `decisionAnswerSchema` is called `DecisionAnswer`. */
function namesOf(exported: object): z.core.$ZodRegistry<{ readonly id: string }> {
  const names = z.registry<{ readonly id: string }>();
  for (const [name, schema] of Object.entries(exported)) {
    if (!/Schema$/.test(name) || !(schema instanceof z.ZodObject)) continue;
    names.add(schema, { id: `${name.charAt(0).toUpperCase()}${name.slice(1, -'Schema'.length)}` });
  }
  return names;
}

/** The HTTP contract as OpenAPI 3.1, from the same schemas that read the requests. */
export function openApiOf(routes: readonly Route[]): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  const shapes: Shapes = { Error: ERROR };
  for (const one of routes) {
    const path = one.path.replace(/:(\w+)(?:\\\.\w+)?/g, '{$1}');
    paths[path] = { ...paths[path], [one.method]: operationOf(one, shapes) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'deploy-windows',
      version: '1',
      description: 'May we deploy now, and if not, when?',
    },
    servers: [{ url: '/api/deploy-windows' }],
    paths,
    components: { schemas: sorted(shapes), responses: refusals() },
  } as JsonObject;
}

function operationOf(one: Route, shapes: Shapes): JsonObject {
  const parameters = [...one.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary: one.summary,
    parameters: [...parameters, ...queryParameters(one)],
    ...(one.body && { requestBody: { required: true, content: json(asked(one.body)) } }),
    responses: {
      ...answersOf(one, shapes),
      ...Object.fromEntries(
        Object.keys(REFUSALS).map(status => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  } as JsonObject;
}

function queryParameters(one: Route): readonly object[] {
  if (one.query === undefined) return [];
  const { properties = {}, required = [] } = asked(one.query) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function answersOf(one: Route, shapes: Shapes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(one.answers).map(([status, shape]) => [
      status,
      typeof shape === 'string'
        ? { description: shape }
        : { description: one.summary, content: json(answered(shape, shapes)) },
    ]),
  );
}

function refusals(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [
      status,
      { description, content: json({ $ref: '#/components/schemas/Error' }) },
    ]),
  );
}

function json(schema: unknown) {
  return { 'application/json': { schema } };
}

/** What has a name in the wire files is written once, under that name. */
function answered(schema: z.ZodType, shapes: Shapes): unknown {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', metadata: NAMES }) as Shapes;
  for (const [name, shape] of Object.entries($defs as Shapes)) {
    if (!name.startsWith('__')) shapes[name] = plain(shape);
  }
  return plain(rest);
}

function asked(schema: z.ZodType): unknown {
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shapes;
  return plain(rest);
}

/** The names of one document. Any JSON value refers to itself; it is written as a schema that takes everything. */
function plain(shape: unknown): unknown {
  if (Array.isArray(shape)) return shape.map(plain);
  if (typeof shape !== 'object' || shape === null) return shape;
  const { $ref, id, pattern, ...rest } = shape as Shapes;
  if (typeof $ref === 'string') {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return name.startsWith('__') ? {} : { $ref: `#/components/schemas/${name}` };
  }
  const kept = {
    ...rest,
    // A field may be called so; as words they are the name of the schema, and what the format says already.
    ...(typeof id === 'object' && { id }),
    ...(pattern !== undefined && rest.format === undefined && { pattern }),
  };
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, plain(value)]));
}

function sorted(shapes: Shapes): Shapes {
  return Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
}
