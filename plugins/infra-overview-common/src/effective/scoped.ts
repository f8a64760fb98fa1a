import type { JsonObject, JsonValue } from '@backstage/types';
import { hasScope, holdsIn, type Place } from './holdsIn';
import { changeAt } from './listAt';
import { isObject } from './shape';

/** Lists whose items may say where they hold. */
const SCOPED_LISTS: readonly string[] = [
  'deployPolicy.windows',
  'deployPolicy.freezes',
  'environments[].deploy.windows',
  'environments[].deploy.freezes',
  'environments[].deploy.busyHours',
  'addons',
  'backups',
  'credentialLocations',
  'domains',
  'requestPath.edges',
  'observability.logs',
  'observability.monitors',
  'observability.alerts',
  'observability.channels',
  'procedures',
  'policies',
  'checklists',
  'checklists[].items',
  'conformance',
  'platforms',
  'accounts',
  'improvements',
  'risks',
  'questions',
  'decisions',
  'behaviours',
  'jobs',
  'runtimes',
  'topologies',
];

/** The document without what holds elsewhere. A list that loses all its items is not stated here; only its author can say "none". */
export function scoped(document: JsonObject, place: Place): JsonObject {
  let result = document;
  for (const list of SCOPED_LISTS) {
    result = changeAt(result, list, items => keepHere(items, place));
  }
  result = changeAt(result, 'deployPolicy', policy => policyHere(policy, place));
  return changeAt(result, 'conformance', narrowestAnswers);
}

function keepHere(items: JsonValue, place: Place): JsonValue | undefined {
  if (!Array.isArray(items) || !items.some(hasScope)) return items;
  const kept = items.filter(item => holdsIn(item, place));
  if (kept.length === items.length) return items;
  return kept.length === 0 ? undefined : kept;
}

/** The scope of a policy is about its default, modes and limits. Its windows have scopes of their own. */
function policyHere(policy: JsonValue, place: Place): JsonValue {
  if (!isObject(policy) || holdsIn(policy, place)) return policy;
  const { openByDefault, mustFit, readiness, onUnavailable, limits, ...rest } = policy;
  return rest;
}

/** An answer for this environment beats one for all of them. */
function narrowestAnswers(answers: JsonValue): JsonValue {
  if (!Array.isArray(answers)) return answers;
  const answeredHere = new Set(answers.filter(hasScope).map(itemOf));
  if (answeredHere.size === 0) return answers;
  return answers.filter(answer => hasScope(answer) || !answeredHere.has(itemOf(answer)));
}

function itemOf(answer: JsonValue): JsonValue | undefined {
  return isObject(answer) ? answer.item : undefined;
}
