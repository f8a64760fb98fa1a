import type { JsonObject } from '@backstage/types';
import { itemPath, type InfraDocument } from '../document';
import type { EffectiveInfra } from './effectiveInfra';
import { fillBuiltIn, fillEnvironment, fillLists, placeOf, type OriginNotes } from './fillView';
import { fillingsOf } from './fillings';
import { sameWord } from './holdsIn';
import { withValueAt } from './listAt';
import type { Origins } from './origin';
import { scoped } from './scoped';
import { hasItems, isObject } from './shape';

/** The document as one environment sees it. `document.environments` holds just that environment. */
export interface InfraView {
  readonly environment: string;
  readonly document: InfraDocument;
  readonly origins: Origins;
}

/**
 * Leaves out what holds elsewhere and fills what is left out: from `defaults`, then from what the environment's platform provides, then from what
 * is built in. It invents no item; only the processes of an environment that states none may come from a default.
 */
export function viewOf(effective: EffectiveInfra, environment: string): InfraView {
  const whole = effective.document as unknown as JsonObject;
  const declared = declaredEnvironment(whole, environment);
  // Somebody may ask about a place the document does not name: what holds everywhere holds there.
  const name = declared === undefined ? environment : String(declared.name);
  const origins: OriginNotes = ownOrigins(effective.origins, name);
  const stated = { document: whole, origins: effective.origins };
  const filled = declared && fillEnvironment(declared, place => fillingsOf(stated, place), origins);

  const place = placeOf(filled ?? { name });
  let document = withOnly(whole, filled);
  document = scoped(document, place);
  document = fillLists(document, place, fillingsOf(stated, place), origins);
  document = fillBuiltIn(document, origins);
  return { environment: name, document: document as unknown as InfraDocument, origins };
}

function declaredEnvironment(document: JsonObject, name: string): JsonObject | undefined {
  if (!Array.isArray(document.environments)) return undefined;
  return document.environments
    .filter(isObject)
    .find(environment => sameWord(String(environment.name), name));
}

/** "None" and "not needed" are kept: they hold wherever one looks from. */
function withOnly(document: JsonObject, environment: JsonObject | undefined): JsonObject {
  if (environment) return { ...document, environments: [environment] };
  return hasItems(document.environments)
    ? withValueAt(document, 'environments', undefined)
    : document;
}

/** A copy without what other environments say about themselves. */
function ownOrigins(origins: Origins, environment: string): OriginNotes {
  const own = itemPath('environments', environment);
  const result: OriginNotes = {};
  for (const [path, origin] of Object.entries(origins)) {
    if (!path.startsWith('environments[') || path.startsWith(own)) result[path] = origin;
  }
  return result;
}
