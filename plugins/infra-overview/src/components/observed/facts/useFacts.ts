import type { ObservedFact } from 'backstage-plugin-infra-overview-common';
import { useObservedAnswer } from '../context';

/** Facts of some kinds, of one environment or of all. */
export function useFacts(kinds: readonly string[], environment?: string): readonly ObservedFact[] {
  const facts = useObservedAnswer()?.facts ?? [];
  return facts.filter(
    fact =>
      kinds.includes(fact.kind) &&
      (environment === undefined ||
        fact.environment === undefined ||
        fact.environment === environment),
  );
}
