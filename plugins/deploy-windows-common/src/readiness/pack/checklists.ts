import {
  itemPath,
  itemsOf,
  originOf,
  type Checklist,
  type ChecklistItem,
  type EffectiveInfra,
  type Level,
  type OriginLevel,
  type Scoped,
} from 'backstage-plugin-infra-overview-common';
import { UNDECLARED, type SubjectView } from '../subject';
import type { Requirement, RequirementLevel } from './pack';
import { rowSteps } from './requirement';

/** A checklist of the chain that concerns a subject. */
export interface HeldChecklist {
  readonly id: string;
  /** In words of its place: `checklists[production] of domain:default/tts`. */
  readonly place: string;
  readonly level: OriginLevel;
  readonly entityRef: string;
  readonly title?: string;
  readonly pack?: string;
  /** False: only of another stage; checks that are asked at every stage are asked all the same. */
  readonly atStage: boolean;
  readonly items: readonly HeldItem[];
}

export interface HeldItem extends ChecklistItem {
  readonly atStage: boolean;
}

/** By the document that says it, outermost first. Within one document the order says nothing. */
export function checklistsFor(
  effective: EffectiveInfra,
  view: SubjectView,
): readonly (readonly HeldChecklist[])[] {
  const byDocument = new Map<string, HeldChecklist[]>();
  for (const checklist of [...itemsOf(effective.document.checklists)].reverse()) {
    if (checklist.notNeeded !== undefined || !isMeant(checklist, view)) continue;
    const held = heldOf(effective, checklist, view);
    const known = byDocument.get(held.entityRef);
    if (known) known.push(held);
    else byDocument.set(held.entityRef, [held]);
  }
  return [...byDocument.values()].map(held => held.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function heldOf(effective: EffectiveInfra, checklist: Checklist, view: SubjectView): HeldChecklist {
  const path = itemPath('checklists', checklist.id);
  const origin = originOf(effective, path);
  const entityRef = origin?.entityRef ?? effective.entityRef;
  const { title, pack } = checklist;
  return {
    id: checklist.id,
    place: `${origin?.path ?? path} of ${entityRef}`,
    level: origin?.level ?? 'component',
    entityRef,
    ...(title !== undefined && { title }),
    ...(pack !== undefined && { pack }),
    atStage: namesStage(checklist, view),
    items: (checklist.items ?? [])
      .filter(item => namesEnvironment(item, view))
      .map(item => ({ ...item, atStage: namesStage(item, view) })),
  };
}

/** What nobody states may be what is meant: a service without a tier gets the strict row. */
function isMeant(checklist: Checklist, view: SubjectView): boolean {
  const { lifecycles, tiers, platforms } = checklist.appliesTo ?? {};
  return (
    namesEnvironment(checklist, view) &&
    holds(lifecycles, view.lifecycle) &&
    holds(tiers?.map(String), view.tier) &&
    holds(platforms, view.platform)
  );
}

export function namesEnvironment({ environments }: Scoped, view: SubjectView): boolean {
  return holds(environments, view.environment);
}

export function namesStage({ stages }: Scoped, view: SubjectView): boolean {
  return holds(stages, view.stage);
}

function holds(names: readonly string[] | undefined, word: string): boolean {
  if (names === undefined || word === UNDECLARED) return true;
  return names.some(name => name.toLowerCase() === word.toLowerCase());
}

/** An item that only tells about a check demands nothing new; one with a day and no level is required from that day on. */
export function requirementOf(
  { level, enforceFrom }: HeldItem,
  { place }: HeldChecklist,
): Requirement | undefined {
  if (level === undefined && enforceFrom === undefined) return undefined;
  const wanted = level === undefined ? 'must' : levelOf(level);
  return {
    steps: rowSteps({ level: wanted, ...(enforceFrom !== undefined && { enforceFrom }) }),
    because: place,
  };
}

/** What a document calls binding. `practice` is shown as advice and asked of nobody. */
function levelOf(level: Level): RequirementLevel {
  switch (level) {
    case 'must':
    case 'must-not':
      return 'must';
    case 'should':
      return 'recommended';
    case 'practice':
      return 'off';
    default:
      throw new Error(level satisfies never);
  }
}
