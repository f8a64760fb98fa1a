import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { searchWords, wantedTerms, type Term } from './terms';

export const ROWS = 'infra_fleet';
export const TERMS = 'infra_fleet_term';
/** The highest character of texts that are compared byte by byte. */
const END = '\u{10ffff}';
/** Up to so many projects are looked up and sorted; beyond, the list is walked in its order until the page is full. */
const FEW = 500;

/** A whole term, or the beginning of one. */
interface Condition extends Term {
  readonly match: 'whole' | 'beginning';
}

function conditionsOf(query: FleetQuery): readonly Condition[] {
  return [
    ...wantedTerms(query).map(term => ({ ...term, match: 'whole' as const })),
    ...searchWords(query.text ?? '').map(term => ({
      kind: 'word' as const,
      term,
      match: 'beginning' as const,
    })),
  ];
}

/** Refs of the projects that answer a query, each once. Terms alone tell, without a look at the rows. */
export function filteredRefs(knex: Knex, query: FleetQuery): Knex.QueryBuilder {
  const [first, ...others] = conditionsOf(query).map(condition => refsWith(knex, condition));
  const { tlsBefore } = query;
  const dated = tlsBefore === undefined ? [] : [withinDates(knex(ROWS).select('ref'), query)];
  if (!first) return dated[0] ?? knex(ROWS).select('ref');
  return [...others, ...dated].reduce((refs, next) => refs.intersect(next), first.distinct());
}

/**
 * The rows themselves, for one page in order. Databases guess badly which of two ways is short: look up the few projects that have a
 * term and sort them, or walk along the index of the order and probe each row. So the rarest condition is told to them,
 * and the time of a page does not grow with the fleet.
 */
export function filteredRowsInOrder(
  knex: Knex,
  query: FleetQuery,
  rare: Term | undefined,
): Knex.QueryBuilder {
  const rows = knex(ROWS);
  for (const condition of conditionsOf(query)) {
    if (condition.kind === rare?.kind && condition.term === rare.term)
      rows.whereIn('ref', refsWith(knex, condition));
    else rows.whereRaw(probe(knex, condition));
  }
  return withinDates(rows, query);
}

/** The condition that the fewest projects meet, if they are few. Nothing is counted beyond that. */
export async function rarestCondition(knex: Knex, query: FleetQuery): Promise<Term | undefined> {
  const counts = await Promise.all(
    conditionsOf(query).map(async condition => {
      const few = refsWith(knex, condition)
        .limit(FEW + 1)
        .as('few');
      const row = await knex.count({ count: '*' }).from(few).first();
      return { condition, count: Number(row?.count ?? 0) };
    }),
  );
  const [least] = counts.sort((a, b) => a.count - b.count);
  return least && least.count <= FEW ? least.condition : undefined;
}

function refsWith(knex: Knex, condition: Condition): Knex.QueryBuilder {
  return meets(knex(TERMS).select('ref'), condition);
}

/** One question a row. As `exists` PostgreSQL would make a join of it and read every project that has the term. */
function probe(knex: Knex, condition: Condition): Knex.Raw {
  const found = meets(knex(TERMS).select(knex.raw('true')), condition).whereRaw('??.?? = ??.??', [
    TERMS,
    'ref',
    ROWS,
    'ref',
  ]);
  return knex.raw('?', [found.limit(1)]);
}

function meets(terms: Knex.QueryBuilder, { kind, term, match }: Condition): Knex.QueryBuilder {
  terms.where({ kind });
  if (match === 'whole') return terms.where({ term });
  return terms.where('term', '>=', term).where('term', '<', term + END);
}

function withinDates(rows: Knex.QueryBuilder, { tlsBefore }: FleetQuery): Knex.QueryBuilder {
  return tlsBefore === undefined ? rows : rows.where('tls_expires', '<', tlsBefore);
}
