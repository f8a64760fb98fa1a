import { z } from 'zod';

const name = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const amount = z.number().int().min(1);
const one = <T extends z.ZodType>(value: T) =>
  z.record(name, value).refine(map => Object.keys(map).length > 0, 'names no fact');
const inner = z.unknown();
export const itemsSchema = z.strictObject({
  in: name,
  where: inner.optional(),
  whenEmpty: z.enum(['pass', 'fail', 'not-applicable']),
  satisfy: z.looseObject({}),
});

/** What stands behind each operator. */
export const OPERATORS = {
  declared: name,
  is: one(scalar),
  oneOf: one(z.array(scalar)),
  notOneOf: one(z.array(scalar)),
  contains: one(z.array(scalar).min(1, 'holds nothing')),
  atLeast: one(z.union([z.number(), z.string()])),
  atMost: one(z.union([z.number(), z.string()])),
  precedes: z.strictObject({ p: name, q: name, by: name }),
  ageAtMost: one(name),
  aheadAtLeast: one(name),
  every: itemsSchema,
  some: itemsSchema,
  countDistinct: z.strictObject({ in: name, of: name, atLeast: amount }),
  differs: z.strictObject({ p: name, from: name }),
  people: z.strictObject({
    in: name,
    atLeast: amount,
    reach: z.union([name, z.array(name).min(1, 'names no way')]).exactOptional(),
  }),
  peopleWithin: z.strictObject({ people: name, holders: name }),
  known: z.strictObject({ p: name, kinds: z.array(z.enum(['user', 'group'])).min(1) }),
  upstreams: z.strictObject({ checks: z.array(name).min(1, 'names no check') }),
  clean: z.literal('secretFindings'),
  all: z.array(inner).min(1, 'has no part'),
  any: z.array(inner).min(1, 'has no part'),
  not: inner,
} as const;
export type Operator = keyof typeof OPERATORS;

export const isOperator = (word: string): word is Operator => Object.hasOwn(OPERATORS, word);
