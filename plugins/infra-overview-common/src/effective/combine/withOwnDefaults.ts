import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath, type InfraDocument } from '../../document';
import type { EffectiveInfra } from '../effectiveInfra';
import { fill } from '../fill';
import {
  environmentFacts,
  fillItems,
  fillLists,
  itemFacts,
  placeOf,
  type OriginNotes,
} from '../fillView';
import { FILLING_KINDS, fillingsOf, type Fillings } from '../fillings';
import { changeAt, withValueAt } from '../listAt';
import { hasItems, isObject } from '../shape';
import { viewOf } from '../viewOf';

/**
 * The Component with its own defaults worked into its items. Beside another Component they would fill what is not its own, and an environment that
 * already has processes is not filled again. Entries for add-ons and the like that ask for a stage or a platform stay defaults.
 */
export function withOwnDefaults(part: EffectiveInfra): EffectiveInfra {
  const document = part.document as unknown as JsonObject;
  const { own, others } = splitDefaults(part, document.defaults);
  if (Object.keys(own).length === 0) return part;

  const notes: OriginNotes = { ...part.origins };
  const stated = { document: { defaults: own }, origins: part.origins };
  const fillings = fillingsOf(stated, { environment: '', stage: 'other' });
  let filled = changeAt(document, 'environments[]', environment =>
    isObject(environment) ? fillEnvironment(part, environment, fillings, notes) : environment,
  );
  filled = fillLists(filled, { environment: '', stage: 'other' }, fillings, notes);
  filled = withValueAt(filled, 'defaults', Object.keys(others).length === 0 ? undefined : others);
  return { ...part, document: filled as unknown as InfraDocument, origins: notes };
}

/** Whether an entry applies is decided by all that is known about the environment, whoever says it. */
function fillEnvironment(
  part: EffectiveInfra,
  environment: JsonObject,
  fillings: Fillings,
  notes: OriginNotes,
): JsonObject {
  const name = String(environment.name);
  const [seen] = (viewOf(part, name).document as unknown as JsonObject).environments as JsonValue[];
  const known = isObject(seen) ? seen : environment;
  const path = itemPath('environments', name);
  const { item, origins } = fill(
    environment,
    { pattern: 'environments[]', path },
    fillings.environments,
    () => environmentFacts(known),
  );
  for (const [filledPath, origin] of origins) notes[filledPath] = origin;
  return changeAt(item, 'processes', processes =>
    fillItems(processes, 'environments[].processes', `${path}.processes`, {
      kind: 'processes',
      fillings,
      notes,
      factsOf: process => itemFacts(process, placeOf(known)),
    }),
  );
}

interface SplitDefaults {
  readonly own: JsonObject;
  readonly others: JsonObject;
}

function splitDefaults(part: EffectiveInfra, defaults: JsonValue | undefined): SplitDefaults {
  const own: JsonObject = {};
  const others: JsonObject = {};
  for (const kind of FILLING_KINDS) {
    const entries = isObject(defaults) ? defaults[kind] : undefined;
    if (!Array.isArray(entries)) continue;
    const isOwn = (entry: JsonValue) =>
      isObject(entry) &&
      (kind === 'environments' || kind === 'processes' || !asksForPlace(entry)) &&
      part.origins[itemPath(`defaults.${kind}`, String(entry.id))]?.entityRef === part.entityRef;
    const [mine, rest] = [entries.filter(isOwn), entries.filter(entry => !isOwn(entry))];
    if (hasItems(mine)) own[kind] = mine;
    if (hasItems(rest)) others[kind] = rest;
  }
  return { own, others };
}

function asksForPlace({ when }: JsonObject): boolean {
  return isObject(when) && (when.stages !== undefined || when.platforms !== undefined);
}
