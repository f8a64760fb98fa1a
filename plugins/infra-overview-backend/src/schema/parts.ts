export const entityParameters = [
  {
    name: 'kind',
    in: 'path',
    required: true,
    description: 'Kinds that carry an infrastructure document',
    schema: { type: 'string', enum: ['domain', 'system', 'component'] },
  },
  { name: 'namespace', in: 'path', required: true, schema: { type: 'string' } },
  { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
] as const;

export const word = { type: 'string', minLength: 1, maxLength: 200 } as const;

export const json = <Name extends string>(name: Name) =>
  ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }) as const;

export const refused = {
  '400': {
    description: 'The request was not understood; the message names each field',
    content: json('ErrorAnswer'),
  },
  '401': { description: 'Not signed in', content: json('ErrorAnswer') },
  '403': { description: 'Not permitted', content: json('ErrorAnswer') },
} as const;

export const notFound = {
  '404': {
    description: 'No such entity, or not visible to the caller',
    content: json('ErrorAnswer'),
  },
} as const;
