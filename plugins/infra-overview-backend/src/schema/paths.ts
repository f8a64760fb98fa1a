import { impactPaths } from './impactPaths';
import { observedPaths } from './observedPaths';
import { entityParameters, json, notFound, refused, word } from './parts';

// Refs and addresses carry colons and slashes; whether a caller escapes them makes no difference.
const fleetFilters = [
  {
    name: 'text',
    in: 'query',
    allowReserved: true,
    description:
      'Words that all begin a word of a title, host, product, provider, platform, app name or credential store',
    schema: word,
  },
  {
    name: 'owner',
    in: 'query',
    allowReserved: true,
    description: 'Entity ref of the owner',
    schema: word,
  },
  {
    name: 'domain',
    in: 'query',
    allowReserved: true,
    description: 'Entity ref of a Domain; finds what is in its subdomains too',
    schema: word,
  },
  { name: 'platform', in: 'query', allowReserved: true, schema: word },
  {
    name: 'standing',
    in: 'query',
    description: 'What the standard says of the platform',
    schema: {
      type: 'string',
      enum: ['preferred', 'allowed', 'legacy', 'prohibited', 'not stated'],
    },
  },
  { name: 'stage', in: 'query', allowReserved: true, schema: word },
  { name: 'product', in: 'query', allowReserved: true, schema: word },
  { name: 'provider', in: 'query', allowReserved: true, schema: word },
  {
    name: 'store',
    in: 'query',
    allowReserved: true,
    description: 'Kind of credential store',
    schema: word,
  },
  {
    name: 'missing',
    in: 'query',
    allowReserved: true,
    description:
      'Each named thing is not stated or known to be none; repeated or separated by commas',
    schema: { type: 'array', items: { type: 'string' } },
  },
  {
    name: 'tlsBefore',
    in: 'query',
    description: 'Certificates that end before this day',
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  },
  {
    name: 'sort',
    in: 'query',
    schema: {
      type: 'string',
      enum: [
        'name',
        'owner',
        'platform',
        'environments',
        'database',
        'backup',
        'restore-test',
        'tls',
        'alert-route',
        'one-holder',
        'risks',
        'improvements',
        'questions',
        'conformance',
        'problems',
        'freshness',
        'drift',
      ],
    },
  },
  { name: 'order', in: 'query', schema: { type: 'string', enum: ['asc', 'desc'] } },
] as const;

export const paths = {
  ...observedPaths,
  ...impactPaths,
  '/v1/overview/{kind}/{namespace}/{name}': {
    get: {
      operationId: 'GetOverview',
      summary:
        'The effective infrastructure document of an entity, where each value comes from, and what is wrong with it',
      parameters: entityParameters,
      responses: {
        '200': {
          description: 'Everything the page of the entity needs',
          content: json('Overview'),
        },
        '304': { description: 'Unchanged since the ETag of the request' },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/compare': {
    get: {
      operationId: 'CompareEnvironments',
      summary: 'Two environments side by side',
      parameters: [
        ...entityParameters,
        {
          name: 'a',
          in: 'query',
          required: true,
          description: 'Name of a declared environment',
          schema: word,
        },
        { name: 'b', in: 'query', required: true, description: 'Name of another', schema: word },
      ],
      responses: {
        '200': { description: 'Row by row', content: json('Comparison') },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/fleet': {
    get: {
      operationId: 'ListFleet',
      summary: 'One row a project, those that the caller may see',
      parameters: [
        ...fleetFilters,
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
        {
          name: 'cursor',
          in: 'query',
          description: '`nextCursor` of the page before',
          schema: { type: 'string', maxLength: 2000 },
        },
      ],
      responses: { '200': { description: 'A page', content: json('FleetPage') }, ...refused },
    },
  },
  '/v1/fleet/facets': {
    get: {
      operationId: 'GetFleetFacets',
      summary:
        'Values to filter by, with the number of projects; counted over what the caller may see',
      responses: {
        '200': { description: 'Values of each filter', content: json('FleetFacets') },
        ...refused,
      },
    },
  },
  '/v1/fleet.csv': {
    get: {
      operationId: 'ExportFleet',
      summary: 'All rows of the list as a table',
      parameters: fleetFilters,
      responses: {
        '200': {
          description: 'A line a project',
          content: { 'text/csv': { schema: { type: 'string' } } },
        },
        ...refused,
      },
    },
  },
} as const;
