import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { infraDocumentSchema, SCHEMA } from './document';
import { notNeededSchema, readingHints, type TextKind } from './fields';
import * as item from './item';
import * as sections from './sections';
import { verifiedSchema } from './verified';

interface TextWords {
  readonly title: string;
  readonly examples: string[];
}

const TEXTS: Readonly<Record<TextKind, TextWords>> = {
  id: { title: 'id', examples: ['main-db'] },
  date: { title: 'date', examples: ['2019-07-19'] },
  duration: { title: 'duration', examples: ['P28D', 'PT1H'] },
  url: { title: 'address', examples: ['https://status.example.org', 'mailto:team@example.org'] },
  'time-zone': { title: 'IANA time zone', examples: ['America/Chicago'] },
  'local-time': { title: 'time of day', examples: ['09:00'] },
  'local-date-time': { title: 'wall clock', examples: ['2026-12-20T00:00'] },
  'entity-ref': { title: 'entity ref', examples: ['resource:default/orders-db'] },
  recurrence: { title: 'RRULE value', examples: ['FREQ=MONTHLY;BYDAY=2TU'] },
  'lead-time': { title: 'duration or business days', examples: ['PT24H', '2bd'] },
  'edge-id': { title: 'id', examples: ['web->db'] },
  name: { title: 'text', examples: ['production'] },
  reason: { title: 'one sentence', examples: ['A static site keeps no data.'] },
  currency: { title: 'currency', examples: ['USD'] },
};

/**
 * The JSON Schema of the document, for editors and pipelines. Stricter than reading is: it marks unknown fields,
 * which the reader keeps and lists, and leaves out what only the reader writes.
 */
export function infraJsonSchema(): JsonObject {
  const schema = z.toJSONSchema(infraDocumentSchema, {
    io: 'input',
    target: 'draft-07',
    metadata: namedSchemas(),
    override: ({ zodSchema, jsonSchema }) => {
      if (!(zodSchema instanceof z.ZodType)) return;
      if (zodSchema.description !== undefined) jsonSchema.description = zodSchema.description;
      const format = zodSchema.meta()?.format;
      if (typeof format === 'string') jsonSchema.format = format;
      const form = readingHints.get(zodSchema)?.text;
      if (form !== undefined && jsonSchema.type === 'string')
        Object.assign(jsonSchema, TEXTS[form]);
      if (jsonSchema.properties) {
        jsonSchema.properties = writable(zodSchema, jsonSchema.properties);
        jsonSchema.additionalProperties = false;
      }
    },
  });
  return {
    $id: 'https://infra-overview.io/schema/infra.v1alpha1.json',
    title: `Infrastructure document, ${SCHEMA}`,
    ...(JSON.parse(JSON.stringify(schema)) as JsonObject),
  };
}

/** `addonSchema` as `Addon`, so that definitions have the names people know. */
function namedSchemas() {
  const names = z.registry<{ id?: string }>();
  const all = { ...item, ...sections, notNeededSchema, verifiedSchema };
  for (const [name, schema] of Object.entries(all)) {
    if (!name.endsWith('Schema') || !(schema instanceof z.ZodType)) continue;
    const bare = name.slice(0, -'Schema'.length);
    names.add(schema, { id: bare.charAt(0).toUpperCase() + bare.slice(1) });
  }
  return names;
}

function writable<Properties extends object>(
  schema: z.ZodType,
  properties: Properties,
): Properties {
  if (!(schema instanceof z.ZodObject)) return properties;
  const shape: Readonly<Record<string, z.ZodType | undefined>> = schema.shape;
  const kept = Object.entries(properties).filter(([name]) => {
    const field = shape[name];
    return !field || !readingHints.get(field)?.outputOnly;
  });
  return Object.fromEntries(kept) as Properties;
}
