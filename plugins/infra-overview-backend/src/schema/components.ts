import {
  comparisonSchema,
  fleetFacetsSchema,
  fleetPageSchema,
  overviewSchema,
} from 'backstage-plugin-infra-overview-common';
import { z } from 'zod';

const errorSchema = z.looseObject({
  error: z.looseObject({ name: z.string(), message: z.string() }),
});

/** The shapes of the answers, produced from the schemas that the client reads them with. */
export const schemas = {
  Overview: produce(overviewSchema, 'Everything one page needs, in one answer'),
  Comparison: produce(comparisonSchema, 'Two environments row by row'),
  FleetPage: produce(
    fleetPageSchema,
    'Rows that the caller may see; `total` for those who may read the whole catalog',
  ),
  FleetFacets: produce(fleetFacetsSchema, 'Values of each filter with the number of projects'),
  ErrorAnswer: produce(errorSchema, 'The one shape of a refusal'),
};

/** Types come from the zod schemas, so the router need not work them out again. */
type Untyped = { readonly description: string };

function produce(schema: z.ZodType, description: string): Untyped {
  // What zod checks by a function is any value in JSON Schema. An answer may grow within a version: old readers ignore it.
  const { $schema: _, ...produced } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    target: 'draft-2020-12',
  });
  return { description, ...produced };
}
