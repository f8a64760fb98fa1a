import type { JsonObject, JsonValue } from '@backstage/types';
import {
  factsAt,
  viewOf,
  type EffectiveInfra,
  type Fact,
} from 'backstage-plugin-infra-overview-common';
import type { Subject } from '../subject';
import type { HeldChecklist, HeldItem } from './checklists';
import type { CheckDefinition } from './pack';
import { groupOf, isFactOrGroup } from './readCheck';

export const DOCUMENT_PACK = 'document';

export interface Question {
  readonly definition: CheckDefinition;
  readonly bound: JsonObject;
}

/** An item of a checklist that no pack knows: people answer it, once a year, and again when what it names has changed. */
export function questionOf(
  checklist: HeldChecklist,
  item: HeldItem,
  subject: Subject,
  effective: EffectiveInfra,
): Question {
  const statement = item.statement ?? item.id;
  const paths = item.paths ?? [];
  const where = checklist.title ?? checklist.id;
  return {
    definition: {
      id: item.id,
      version: 1,
      pack: DOCUMENT_PACK,
      basis: item.level === 'must' || item.level === 'must-not' ? 'required' : 'advice',
      scope: 'environment',
      everyStage: false,
      mode: 'attested',
      combine: 'both',
      title: statement,
      why: `Asked by ${where} of ${checklist.entityRef}`,
      place: [checklist.place, item.control].filter(word => word !== undefined).join(', '),
      group: item.group ?? checklist.title ?? groupOf(item.id),
      attest: {
        statement: item.condition === undefined ? statement : `${statement} (${item.condition})`,
        validFor: 'P365D',
        evidence: 'optional',
        by: 'owner-member',
        signatures: 1,
        boundTo: paths.filter(isFactOrGroup),
      },
      level: [],
    },
    bound: {
      // Other words are another question: an answer to the old ones is out of date.
      statement,
      ...pathValues(
        paths.filter(path => !isFactOrGroup(path)),
        subject,
        effective,
      ),
    },
  };
}

function pathValues(
  paths: readonly string[],
  { environment }: Subject,
  effective: EffectiveInfra,
): JsonObject {
  if (paths.length === 0) return {};
  const from = environment === undefined ? effective : viewOf(effective, environment);
  return Object.fromEntries(
    paths.map(path => [
      path,
      factsAt(from, path).map(({ path: at, fact }): JsonValue => [at, valueOf(fact)]),
    ]),
  );
}

function valueOf(fact: Fact): JsonValue {
  switch (fact.state) {
    case 'stated':
      return fact.value;
    case 'none':
      return 'none';
    case 'not-needed':
      return { notNeeded: fact.reason };
    case 'not-stated':
      return null;
    default:
      throw new Error(fact satisfies never);
  }
}
