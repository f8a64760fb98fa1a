import type {
  DriftFinding,
  JudgedConfirmation,
  ObservedFact,
} from 'backstage-plugin-infra-overview-common';
import { isWithin } from './byPath';
import { useLooked, useObservedAnswer } from './ObservedContext';

interface Placed {
  readonly path: string;
  readonly environment?: string;
}

/** Of the environment, of none, or of one its own path names. */
function holdsIn(environment: string | undefined) {
  return (thing: Placed) =>
    thing.environment === undefined ||
    thing.environment === environment ||
    thing.path.startsWith('environments[');
}

/** What was seen of one fact, also of its parts. */
export function useDriftAt(path: string, environment?: string): readonly DriftFinding[] {
  const looked = useLooked();
  if (looked.state !== 'answered') return [];
  return (looked.drift.get(path) ?? []).filter(holdsIn(environment));
}

/** What only a source can know of an element. */
export function useFactsAt(path: string, environment?: string): readonly ObservedFact[] {
  const looked = useLooked();
  if (looked.state !== 'answered') return [];
  return (looked.facts.get(path) ?? []).filter(holdsIn(environment));
}

/** What people said of exactly this: a fact, an item or a section. */
export function useConfirmationsAt(path: string): readonly JudgedConfirmation[] {
  const looked = useLooked();
  return looked.state === 'answered' ? (looked.confirmations.get(path) ?? []) : [];
}

/** Everything seen of an element and of what is in it. */
export function useDriftWithin(element: string, environment: string): readonly DriftFinding[] {
  const drift = useObservedAnswer()?.drift ?? [];
  return drift.filter(({ path }) => isWithin(path, element)).filter(holdsIn(environment));
}
