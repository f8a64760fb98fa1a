import {
  governs,
  readScope,
  sourcesOf,
  type DeployWindow,
  type EffectivePolicy,
  type Governs,
  type Source,
  type Tables,
  type Target,
  type WindowProblem,
} from '../schedule';
import { canonicalText } from './canonicalText';

/** A policy with every schedule worked out as far as can be done before anyone asks. */
export interface CompiledPolicy {
  readonly policy: EffectivePolicy;
  readonly tables: Tables;
  readonly windows: readonly CompiledWindow[];
  /** More windows than anyone can oversee govern the target; nothing is left out, and it is closed. */
  readonly isFlooded: boolean;
  /** Policy and tables as one text, for the hash of an input. */
  readonly text: string;
}

const MOST_WINDOWS = 200;

export interface CompiledWindow {
  readonly window: DeployWindow;
  readonly governs: Governs;
  /** None when it cannot be resolved. */
  readonly sources: readonly Source[];
  readonly problem?: WindowProblem;
}

/** Worth keeping: the same for every request, until the rules or the tables change. */
export function compile(policy: EffectivePolicy, tables: Tables): CompiledPolicy {
  // In one order, wherever they came from: the same rules give the same answer, letter for letter.
  const ordered = [...policy.windows].sort((a, b) => (a.key < b.key ? -1 : 1));
  const windows = ordered.map(window => compileWindow(window, policy, tables));
  const governing = windows.filter(window => window.governs.governs).length;
  const text = canonicalText({ policy: { ...policy, windows: ordered }, tables });
  return { policy, tables, windows, isFlooded: governing > MOST_WINDOWS, text };
}

function compileWindow(
  window: DeployWindow,
  policy: EffectivePolicy,
  tables: Tables,
): CompiledWindow {
  const scope = window.scope === undefined ? undefined : readScope(window.scope);
  const governing = governsOrHolds(window, policy.target);
  const sources = sourcesOf(window, tables);
  if (scope !== undefined && !scope.ok) {
    return { window, governs: governing, sources: [], problem: scope.problem };
  }
  if (!sources.ok) return { window, governs: governing, sources: [], problem: sources.problem };
  return { window, governs: governing, sources: sources.value };
}

/** A stored row may be of any shape; one that breaks the question governs. */
function governsOrHolds(window: DeployWindow, target: Target): Governs {
  try {
    return governs(window, target);
  } catch {
    return { governs: true };
  }
}
