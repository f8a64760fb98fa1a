import { entityParameters, json, notFound, refused, word } from './parts';

// Paths carry brackets, and shared things colons; whether a caller escapes them makes no difference.
const of = {
  name: 'of',
  in: 'query',
  required: true,
  allowReserved: true,
  schema: { type: 'string', minLength: 1, maxLength: 500 },
} as const;

export const impactPaths = {
  '/v1/overview/{kind}/{namespace}/{name}/failure': {
    get: {
      operationId: 'GetFailure',
      summary: 'What happens if a part of the project goes down',
      parameters: [
        ...entityParameters,
        {
          ...of,
          description:
            'Fact path such as addons[db] or requestPath.nodes[router], or a shared thing such as platform:heroku',
        },
        {
          name: 'environment',
          in: 'query',
          description: 'Production where left out',
          schema: word,
        },
      ],
      responses: {
        '200': {
          description: 'What is hit, the way back, whom to tell, and what is not known',
          content: json('FailureAnswer'),
        },
        ...refused,
        ...notFound,
      },
    },
  },
  '/v1/impact': {
    get: {
      operationId: 'GetFleetImpact',
      summary: 'Projects that something shared takes down, those that the caller may see',
      parameters: [
        { ...of, description: 'platform:…, product:…, provider:…, resource:… or store:…' },
        {
          name: 'cursor',
          in: 'query',
          description: '`nextCursor` of the page before',
          schema: { type: 'string', maxLength: 2000 },
        },
      ],
      responses: {
        '200': { description: 'At most fifty projects', content: json('FleetImpact') },
        ...refused,
      },
    },
  },
} as const;
