import type { FleetQuery, FleetRow, FleetTerm } from 'backstage-plugin-infra-overview-common';

/** What a project is filtered by. `word` is what the search finds, `part` a Component that belongs to it. */
export type TermKind =
  | 'owner'
  | 'domain'
  | 'platform'
  | 'standing'
  | 'stage'
  | 'product'
  | 'provider'
  | 'resource'
  | 'store'
  | 'missing'
  | 'word'
  | 'part';

export interface Term {
  readonly kind: TermKind;
  /** Lower case. */
  readonly term: string;
}

const MAX_TERM = 200;
const MAX_WORDS = 2000;

export interface Surroundings {
  /** All Domains above, so that a Domain finds what is in its subdomains too. */
  readonly domains: readonly string[];
  readonly parts: readonly string[];
}

/** All that a project is found by. */
export function termsOf(
  row: FleetRow,
  found: readonly FleetTerm[],
  { domains, parts }: Surroundings,
): readonly Term[] {
  const values: (readonly [TermKind, readonly (string | undefined)[]])[] = [
    ['owner', [row.owner]],
    ['domain', [row.domain, ...domains]],
    ['part', parts],
    ['platform', row.platforms.map(platform => platform.name)],
    ['standing', row.platforms.map(platform => platform.standing)],
    ['stage', row.environments.map(environment => environment.stage)],
    ['product', found.filter(term => term.kind === 'product').map(term => term.term)],
    ['provider', found.filter(term => term.kind === 'provider').map(term => term.term)],
    ['resource', found.filter(term => term.kind === 'resource').map(term => term.term)],
    ['store', row.credentials.stores],
    ['missing', row.missing],
    ['word', wordsOf([row.title, row.name, ...found.map(term => term.term)])],
  ];
  const terms = new Map<string, Term>();
  for (const [kind, texts] of values) {
    for (const text of texts) {
      const term = text && normal(text);
      if (term) terms.set(`${kind} ${term}`, { kind, term });
    }
  }
  return [...terms.values()];
}

/** The ends of each text from every word on: 'app.example.org' is found by 'app', by 'example' and by 'example.org'. */
export function wordsOf(texts: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const text of texts) {
    const whole = normal(text);
    for (const match of whole.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words.size >= MAX_WORDS) return [...words];
      words.add(whole.slice(match.index));
    }
  }
  return [...words];
}

/** Every word of the search has to be found. */
export function searchWords(text: string): readonly string[] {
  const words = text
    .split(/\s+/)
    .map(word => normal(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(words.filter(word => word !== ''))];
}

/** The filters of a query as terms that all have to be there. */
export function wantedTerms(query: FleetQuery): readonly Term[] {
  const wanted: readonly (readonly [TermKind, string | undefined])[] = [
    ['owner', query.owner],
    ['domain', query.domain],
    ['platform', query.platform],
    ['standing', query.standing],
    ['stage', query.stage],
    ['product', query.product],
    ['provider', query.provider],
    ['resource', query.resource],
    ['store', query.store],
    ...(query.missing ?? []).map(gap => ['missing', gap] as const),
  ];
  return wanted.flatMap(([kind, text]) =>
    text === undefined ? [] : [{ kind, term: normal(text) }],
  );
}

/** The same question the database answers, for a row that was computed for one caller. */
export function matches(query: FleetQuery, row: FleetRow, terms: readonly Term[]): boolean {
  const has = (wanted: Term) =>
    terms.some(term => term.kind === wanted.kind && term.term === wanted.term);
  if (!wantedTerms(query).every(has)) return false;
  const words = terms.filter(term => term.kind === 'word').map(term => term.term);
  if (!searchWords(query.text ?? '').every(wanted => words.some(word => word.startsWith(wanted))))
    return false;
  if (query.tlsBefore === undefined) return true;
  return row.tlsExpires !== undefined && row.tlsExpires < query.tlsBefore;
}

function normal(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .normalize('NFKC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_TERM);
}
