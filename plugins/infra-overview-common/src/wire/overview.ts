import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import type { Problem } from '../document';
import type { EffectiveInfra } from '../effective';
import {
  FLEET_SORTS,
  type FleetFacets,
  type FleetPage,
  type FleetQuery,
} from '../overview/fleet/fleetQuery';
import {
  FLEET_GAPS,
  type FleetGap,
  type FleetRow,
  type PlatformStanding,
} from '../overview/fleet/row';
import type { EnvironmentMatrix } from '../overview/matrix/matrix';
import type { Overview } from '../overview/overview';
import type { FactState, Tone } from '../overview/tone';

export { parseAnswer, parseWire } from '../parseWire';
export {
  FLEET_SORTS,
  type Facet,
  type FleetFacets,
  type FleetPage,
  type FleetQuery,
  type FleetSort,
} from '../overview/fleet/fleetQuery';

/** Two environments of one entity side by side; rows differ when `b` differs from `a`. */
export interface Comparison extends EnvironmentMatrix {
  readonly entityRef: string;
}

const text = z.string();
const count = z.number().int().nonnegative();
const tone: z.ZodType<Tone> = z.enum(['good', 'warning', 'bad', 'unknown', 'neutral']);
const factState: z.ZodType<FactState> = z.enum(['stated', 'none', 'not-needed', 'not-stated']);
const standing: z.ZodType<PlatformStanding> = z.enum([
  'preferred',
  'allowed',
  'legacy',
  'prohibited',
  'not stated',
]);
const gap: z.ZodType<FleetGap> = z.enum(FLEET_GAPS);
const outcome = z.enum(['absent', 'refused', 'read']);

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
// The server has read these already. Checking 200 kB again would cost the browser time and all schemas of the document.
const passedThrough = <T>() => z.custom<T>(isObject, 'expected an object');

const problemSchema: z.ZodType<Problem> = z.object({
  // A newer server may know more codes than we do: the message says it all.
  code: z.custom<Problem['code']>(value => typeof value === 'string', 'expected text'),
  severity: z.enum(['refused', 'error', 'warning', 'hint']),
  path: text,
  line: z.number().int().exactOptional(),
  message: text,
  fix: text.exactOptional(),
  entityRef: text.exactOptional(),
});

const sourceShape = { entityRef: text, title: text.exactOptional(), outcome };

export const overviewSchema: z.ZodType<Overview> = z.object({
  entity: z.object({
    ref: text,
    kind: text,
    namespace: text,
    name: text,
    title: text,
    description: text.exactOptional(),
    owner: text.exactOptional(),
    lifecycle: text.exactOptional(),
    type: text.exactOptional(),
    system: text.exactOptional(),
    domain: text.exactOptional(),
    sourceUrl: text.exactOptional(),
    editUrl: text.exactOptional(),
    links: z.array(z.object({ url: text, title: text.exactOptional() })).exactOptional(),
  }),
  outcome,
  refusal: problemSchema.exactOptional(),
  problems: z.array(problemSchema),
  notUnderstood: z.array(
    z.object({
      path: text,
      value: z.custom<JsonValue>(value => value !== undefined, 'expected a value'),
      entityRef: text.exactOptional(),
    }),
  ),
  chain: z.array(z.object({ ...sourceShape, level: z.enum(['domain', 'system', 'component']) })),
  parts: z.array(z.object(sourceShape)),
  effective: passedThrough<EffectiveInfra>().exactOptional(),
  computedAt: z.number().int(),
});

const matrixShape = {
  environments: z.array(text),
  rows: z.array(
    z.object({
      id: text,
      label: text,
      cells: z.array(
        z.object({ environment: text, text, fact: factState, tone, path: text.exactOptional() }),
      ),
      differs: z.boolean(),
      differing: z.array(text),
    }),
  ),
};

export const comparisonSchema: z.ZodType<Comparison> = z.object({
  entityRef: text,
  ...matrixShape,
});

/** What a comparison is asked for. */
export const comparisonQuerySchema = z.object({ a: text.min(1), b: text.min(1) });

const ranked = z.object({ words: text, rank: count, tone });

export const fleetRowSchema: z.ZodType<FleetRow> = z.object({
  ref: text,
  kind: text,
  namespace: text,
  name: text,
  title: text,
  domain: text.exactOptional(),
  system: text.exactOptional(),
  owner: text.exactOptional(),
  lifecycle: text.exactOptional(),
  outcome,
  platforms: z.array(z.object({ name: text, standing })),
  platformRank: count,
  environments: z.array(z.object({ name: text, stage: text })),
  database: ranked,
  backup: ranked,
  restoreTest: ranked,
  cdn: ranked,
  tls: ranked,
  tlsExpires: text.exactOptional(),
  alertRoute: ranked,
  credentials: z.object({ words: text, stores: z.array(text), count, oneHolder: count }),
  risks: z.object({ open: count, accepted: count }),
  improvements: z.object({ planned: count, possible: count }),
  questions: count,
  conformance: z.object({ met: count, applicable: count, unknown: count }),
  freshness: z.object({ words: text, at: text.exactOptional(), stale: z.boolean() }),
  problems: count,
  drift: z
    .object({
      different: count,
      onlyDeclared: count,
      onlyObserved: count,
      seenAt: text.exactOptional(),
    })
    .exactOptional(),
  missing: z.array(gap),
});

export const fleetPageSchema: z.ZodType<FleetPage> = z.object({
  rows: z.array(fleetRowSchema),
  nextCursor: text.exactOptional(),
  hasMore: z.boolean(),
  total: count.exactOptional(),
});

const facets = z.array(z.object({ value: text, count }));

export const fleetFacetsSchema: z.ZodType<FleetFacets> = z.object({
  owners: facets,
  domains: facets,
  platforms: facets,
  standings: facets,
  stages: facets,
  stores: facets,
  products: facets,
  providers: facets,
  missing: facets,
});

const word = text.trim().min(1).max(200);
// In an address several gaps are `missing=a&missing=b` or `missing=a,b`.
const gaps = z.preprocess(
  value => (typeof value === 'string' ? value.split(',').filter(part => part !== '') : value),
  z.array(gap),
);

/** Reads the query of an address as well as an object. */
export const fleetQuerySchema: z.ZodType<FleetQuery> = z.object({
  text: word.exactOptional(),
  owner: word.exactOptional(),
  platform: word.exactOptional(),
  standing: standing.exactOptional(),
  stage: word.exactOptional(),
  product: word.exactOptional(),
  provider: word.exactOptional(),
  store: word.exactOptional(),
  domain: word.exactOptional(),
  missing: gaps.exactOptional(),
  tlsBefore: z.iso.date().exactOptional(),
  sort: z.enum(FLEET_SORTS).exactOptional(),
  order: z.enum(['asc', 'desc']).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).exactOptional(),
  cursor: text.max(2000).exactOptional(),
});
