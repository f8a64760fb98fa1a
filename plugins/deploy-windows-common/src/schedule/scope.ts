import {
  evaluateFilterPredicate,
  parseFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { resolved, unresolved, type Resolved } from './problem';
import type { Target } from './target';
import type { DeployWindow } from './window';

/** Whether a window concerns a target, and if not, why. */
export type Governs =
  | { readonly governs: true }
  | { readonly governs: false; readonly whyNot: 'environment' | 'stage' | 'scope' };

/** What cannot be read governs every target below: nothing may slip out of a freeze that way. */
export function governs(
  window: Pick<DeployWindow, 'environments' | 'stages' | 'scope'>,
  target: Target,
): Governs {
  const { environments, stages } = window;
  if (environments !== undefined && !environments.includes(target.environment)) {
    return { governs: false, whyNot: 'environment' };
  }
  if (stages !== undefined && !stages.includes(target.stage)) {
    return { governs: false, whyNot: 'stage' };
  }
  if (window.scope === undefined) return { governs: true };
  const scope = readScope(window.scope);
  if (!scope.ok || evaluateFilterPredicate(scope.value, target.entity)) return { governs: true };
  return { governs: false, whyNot: 'scope' };
}

/** An operator of a later version would match nothing, so it is refused on load as well. */
export function readScope(scope: unknown): Resolved<FilterPredicate> {
  if (!asksEntities(scope)) return unreadable();
  try {
    return resolved(parseFilterPredicate(scope));
  } catch {
    return unreadable();
  }
}

/** A bare word is a predicate as well, but no entity is a word: a freeze with such a scope would hold nothing. */
function asksEntities(scope: unknown): boolean {
  if (typeof scope !== 'object' || scope === null || Array.isArray(scope)) return false;
  const { $all = [], $any = [], $not } = scope as Record<string, unknown>;
  if (!Array.isArray($all) || !Array.isArray($any)) return false;
  return [...$all, ...$any, ...($not === undefined ? [] : [$not])].every(asksEntities);
}

function unreadable(): Resolved<never> {
  return unresolved('UNKNOWN_OPERATOR', 'the scope cannot be read');
}
