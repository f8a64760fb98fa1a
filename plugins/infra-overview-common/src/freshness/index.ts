export { freshnessOf, freshnessOfDocument, type Freshness, type FreshnessState } from './freshness';
