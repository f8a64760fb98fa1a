import type { Scalar } from '../facts/fact';

/** What a list without a matching item means. It has to be said: an empty list is an answer, and differs by check. */
export type WhenEmpty = 'pass' | 'fail' | 'not-applicable';

type Values = Readonly<Record<string, Scalar>>;
type Lists = Readonly<Record<string, readonly Scalar[]>>;

export interface ItemsRule {
  /** A list fact, or a list field of the item in hand. Each word of a fact of type `texts` is an item with the one field `value`. */
  readonly in: string;
  readonly where?: Rule;
  readonly whenEmpty: WhenEmpty;
  readonly satisfy: Rule;
}

/**
 * A question about facts, as a pack writes it: one key names the operator. Closed: nothing in a pack is executed, a rule
 * always ends, and its cost is bounded by the facts. Paths are names of `FACT_TYPES`, or fields of the item in hand.
 * `P.x` as a value stands for parameter `x` of the pack.
 */
export type Rule =
  | { readonly declared: string }
  | { readonly is: Values }
  | { readonly oneOf: Lists }
  | { readonly notOneOf: Lists }
  | { readonly contains: Lists }
  | { readonly atLeast: Readonly<Record<string, number | string>> }
  | { readonly atMost: Readonly<Record<string, number | string>> }
  | { readonly precedes: { readonly p: string; readonly q: string; readonly by: string } }
  | { readonly ageAtMost: Readonly<Record<string, string>> }
  | { readonly aheadAtLeast: Readonly<Record<string, string>> }
  | { readonly every: ItemsRule }
  | { readonly some: ItemsRule }
  | {
      readonly countDistinct: {
        readonly in: string;
        readonly of: string;
        readonly atLeast: number;
      };
    }
  | { readonly differs: { readonly p: string; readonly from: string } }
  | {
      readonly people: {
        readonly in: string;
        readonly atLeast: number;
        readonly reach?: string | readonly string[];
      };
    }
  | { readonly peopleWithin: { readonly people: string; readonly holders: string } }
  | { readonly known: { readonly p: string; readonly kinds: readonly ('user' | 'group')[] } }
  | { readonly upstreams: { readonly checks: readonly string[] } }
  | { readonly clean: string }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule };
