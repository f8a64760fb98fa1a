import type { EffectiveInfra } from 'backstage-plugin-infra-overview-common';
import type { Subject } from '../subject';
import { requirementOf, type HeldChecklist } from './checklists';
import { DOCUMENT_PACK, questionOf } from './ownQuestion';
import type { AskedCheck } from './pack';
import { stricter } from './requirement';

export interface OwnDemandsInput {
  readonly subject: Subject;
  readonly effective: EffectiveInfra;
  readonly documents: readonly (readonly HeldChecklist[])[];
  /** Whether a pack has a check of that id. */
  readonly isKnown: (id: string) => boolean;
}

/** Questions of the documents themselves. Where nobody says how binding one is, it is recommended. */
export function ownDemands(input: OwnDemandsInput): readonly AskedCheck[] {
  const { subject, effective, documents, isKnown } = input;
  const questions = new Map<string, AskedCheck>();
  for (const checklist of documents.flat()) {
    for (const item of checklist.items) {
      if (isKnown(item.id) || !checklist.atStage || !item.atStage) continue;
      const before = questions.get(item.id);
      const stated = requirementOf(item, checklist);
      const own = stated ?? {
        steps: [{ level: 'recommended' }] as const,
        because: checklist.place,
      };
      const checklists = [...new Set([...(before?.checklists ?? []), checklist.id])].sort();
      if (before !== undefined) {
        questions.set(item.id, {
          ...before,
          checklists,
          requirement: stricter(before.requirement, own),
        });
        continue;
      }
      const { definition, bound } = questionOf(checklist, item, subject, effective);
      questions.set(item.id, {
        definition,
        pack: DOCUMENT_PACK,
        checklists,
        requirement: own,
        bound,
      });
    }
  }
  return [...questions.values()].sort((a, b) => (a.definition.id < b.definition.id ? -1 : 1));
}
