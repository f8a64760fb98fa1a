import { entityParameters, json, notFound, refused, word } from './parts';

const driftFilters = [
  {
    name: 'text',
    in: 'query',
    allowReserved: true,
    description: 'Words that are all in the title, the path, the values or the environment',
    schema: word,
  },
  {
    name: 'owner',
    in: 'query',
    allowReserved: true,
    description: 'Entity ref of the owner',
    schema: word,
  },
  { name: 'source', in: 'query', allowReserved: true, schema: word },
  {
    name: 'status',
    in: 'query',
    description: 'Left out: all that differ',
    schema: {
      type: 'string',
      enum: ['same', 'different', 'only-declared', 'only-observed', 'stale', 'failed'],
    },
  },
] as const;

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } } as const;

const body = <Name extends string>(name: Name) =>
  ({ required: true, content: json(name) }) as const;

const withdrawn = { '204': { description: 'Withdrawn' }, ...refused, ...notFound } as const;

export const observedPaths = {
  '/v1/overview/{kind}/{namespace}/{name}/observed': {
    get: {
      operationId: 'GetObserved',
      summary: 'What is seen outside the catalog, how it differs, and what people say of it',
      parameters: entityParameters,
      responses: {
        '200': {
          description: 'From what is stored; no source is asked',
          content: json('ObservedAnswer'),
        },
        '304': { description: 'Unchanged since the ETag of the request' },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/refresh': {
    post: {
      operationId: 'RefreshObserved',
      summary: 'Asks the sources to look at one project now, once a minute at most',
      parameters: entityParameters,
      responses: {
        '200': { description: 'After they have looked', content: json('ObservedAnswer') },
        '409': {
          description: 'Somebody asked less than a minute ago',
          content: json('ErrorAnswer'),
        },
        '503': { description: 'No source could look', content: json('ErrorAnswer') },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/confirmations': {
    post: {
      operationId: 'ConfirmFact',
      summary: 'Says of a fact that it is still true, not true, or not known',
      parameters: entityParameters,
      requestBody: body('SaidOfFact'),
      responses: {
        '201': { description: 'Kept', content: json('Confirmation') },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/confirmations/{id}': {
    delete: {
      operationId: 'WithdrawConfirmation',
      summary: 'By whoever said it, or an owner',
      parameters: [...entityParameters, id],
      responses: withdrawn,
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/drift-notes': {
    post: {
      operationId: 'NoteDrift',
      summary: 'Leaves a difference as it is for a while, with a reason',
      parameters: entityParameters,
      requestBody: body('DriftNoteAsked'),
      responses: {
        '201': { description: 'Kept', content: json('DriftNote') },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/overview/{kind}/{namespace}/{name}/drift-notes/{id}': {
    delete: {
      operationId: 'WithdrawDriftNote',
      summary: 'The difference counts again',
      parameters: [...entityParameters, id],
      responses: withdrawn,
    },
  },
  '/v1/observed': {
    get: {
      operationId: 'ListObserved',
      summary:
        'Observed facts of several entities, for services; those the caller may not see are left out',
      parameters: [
        {
          name: 'ref',
          in: 'query',
          required: true,
          allowReserved: true,
          description: 'Entity ref; repeated',
          schema: { type: 'array', items: word, minItems: 1, maxItems: 50 },
        },
      ],
      responses: {
        '200': { description: 'One entry an entity', content: json('ObservedItems') },
        ...refused,
      },
    },
  },
  '/v1/observations': {
    post: {
      operationId: 'PushObservations',
      summary:
        'Takes what another tool saw of one subject; for services that are configured to push',
      requestBody: body('ObservedSubject'),
      responses: { '204': { description: 'Stored' }, ...refused },
    },
  },
  '/v1/sources': {
    get: {
      operationId: 'ListSources',
      summary: 'How each source is doing',
      responses: {
        '200': { description: 'In the order of the configuration', content: json('SourceStates') },
        ...refused,
      },
    },
  },
  '/v1/drift': {
    get: {
      operationId: 'ListDrift',
      summary: 'Differences between documents and what runs, newest first',
      parameters: [
        ...driftFilters,
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200 } },
        {
          name: 'cursor',
          in: 'query',
          description: '`nextCursor` of the page before',
          schema: { type: 'string', maxLength: 2000 },
        },
      ],
      responses: { '200': { description: 'A page', content: json('FleetDriftPage') }, ...refused },
    },
  },
  '/v1/drift.csv': {
    get: {
      operationId: 'ExportDrift',
      summary: 'All rows of the list as a table',
      parameters: driftFilters,
      responses: {
        '200': {
          description: 'A line a difference',
          content: { 'text/csv': { schema: { type: 'string' } } },
        },
        ...refused,
      },
    },
  },
} as const;
