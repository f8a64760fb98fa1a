export { freshnessOf, freshnessOfDocument, type Freshness, type FreshnessState } from './freshness';
export { freshnessWith, type FreshnessWithOlder, type Newer } from './freshnessWith';
export { dayWords } from './instantWords';
export { partyWords } from './partyWords';
