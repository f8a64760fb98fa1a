import {
  comparisonSchema,
  confirmationSchema,
  driftNoteAskedSchema,
  driftNoteSchema,
  failureAnswerSchema,
  fleetDriftPageSchema,
  fleetFacetsSchema,
  fleetImpactSchema,
  fleetPageSchema,
  observedAnswerSchema,
  observedFactsSchema,
  observedSubjectSchema,
  overviewSchema,
  saidOfFactSchema,
  sourceStatesSchema,
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
  FailureAnswer: produce(
    failureAnswerSchema,
    'What happens if something goes down; what nobody has stated is said under `unknown`',
  ),
  FleetImpact: produce(fleetImpactSchema, 'Projects that stand on the same thing'),
  FleetFacets: produce(fleetFacetsSchema, 'Values of each filter with the number of projects'),
  ObservedAnswer: produce(
    observedAnswerSchema,
    'What is seen outside the catalog, how it differs from the document, what people say of it',
  ),
  ObservedItems: produce(observedFactsSchema, 'What services judge by; one entry an entity'),
  SourceStates: produce(sourceStatesSchema, 'How each source is doing'),
  ObservedSubject: produce(observedSubjectSchema, 'What another tool saw of one subject'),
  SaidOfFact: produce(saidOfFactSchema, 'What a person says of a fact, an item or a section'),
  Confirmation: produce(confirmationSchema, 'What was said, bound to the value it was said of'),
  DriftNoteAsked: produce(
    driftNoteAskedSchema,
    'Why a difference is left as it is, and until when',
  ),
  DriftNote: produce(driftNoteSchema, 'The note as it is kept'),
  FleetDriftPage: produce(
    fleetDriftPageSchema,
    'Differences of all projects that the caller may see, newest first',
  ),
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
