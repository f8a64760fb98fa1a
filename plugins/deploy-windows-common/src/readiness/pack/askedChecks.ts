import type { EffectiveInfra } from 'backstage-plugin-infra-overview-common';
import type { Subject } from '../subject';
import { choosePacks, type PackConfig } from './askedPacks';
import { checklistsFor, requirementOf, type HeldChecklist } from './checklists';
import { ownDemands } from './ownDemands';
import { missingCheck } from './missingCheck';
import { singleChecks, type Selection } from './singleChecks';
import { packId, type AskedCheck, type CheckDefinition, type Pack, type Requirement } from './pack';
import { withPolicyParameters } from './policyParameters';
import { packRequirement, stricter } from './requirement';

export interface AskedChecksInput {
  readonly subject: Subject;
  readonly effective: EffectiveInfra;
  readonly packs: readonly Pack[];
  /** `deployWindows.readiness.packs`: which pack is asked of which subjects. */
  readonly config: readonly PackConfig[];
}

export interface AskedChecks {
  readonly asked: readonly AskedCheck[];
  readonly packs: readonly { readonly pack: string; readonly because: string }[];
}

/** What is asked of a subject, and how bindingly: by its chain of documents, by the configuration, and the basics always. */
export function askedChecks(input: AskedChecksInput): AskedChecks {
  const { subject, effective, packs, config } = input;
  const documents = checklistsFor(effective, subject.view);
  const checklists = documents.flat();
  const chosen = choosePacks(packs, subject.view, checklists, config);
  const fromPacks = new Map<string, AskedCheck>();
  for (const asked of [...chosen.packs, ...singleChecks(packs, chosen.packs, checklists)]) {
    for (const check of checksOf(asked, subject, documents, effective)) {
      const known = fromPacks.get(check.definition.id);
      fromPacks.set(check.definition.id, known === undefined ? check : merged(known, check));
    }
  }
  const isKnown = (id: string) => packs.some(pack => pack.checks.some(check => check.id === id));
  return {
    asked: [
      ...fromPacks.values(),
      ...chosen.missing.map(missingCheck),
      ...ownDemands({ subject, effective, documents, isKnown }),
    ],
    packs: chosen.packs.map(({ pack, because }) => ({
      pack: packId(pack),
      because: because.join(', '),
    })),
  };
}

function checksOf(
  selection: Selection,
  subject: Subject,
  documents: readonly (readonly HeldChecklist[])[],
  effective: EffectiveInfra,
): readonly AskedCheck[] {
  const { pack, atStage, only, checklists } = selection;
  const isGroup = subject.view.kind.toLowerCase() === 'group';
  return pack.checks.flatMap(definition => {
    if ((definition.scope === 'group') !== isGroup) return [];
    if (!atStage && !definition.everyStage) return [];
    if (only !== undefined && !only.has(definition.id)) return [];
    const base = packRequirement(pack, definition, subject.view);
    return [
      {
        definition: withPolicyParameters(pack, definition, effective, subject.view),
        pack: packId(pack),
        checklists,
        requirement: demanded(base, definition, documents),
      },
    ];
  });
}

/** The adopting Domain may say anything; whoever stands below it adds and tightens. */
function demanded(
  base: Requirement,
  definition: CheckDefinition,
  documents: readonly (readonly HeldChecklist[])[],
): Requirement {
  let result = base;
  let isSet = false;
  for (const document of documents) {
    const said = document.flatMap(checklist =>
      checklist.items
        .filter(item => item.id === definition.id)
        .filter(item => (checklist.atStage && item.atStage) || definition.everyStage)
        .flatMap(item => requirementOf(item, checklist) ?? []),
    );
    const [first, ...more] = said;
    if (first === undefined) continue;
    const own = more.reduce(stricter, first);
    const mayLower = !isSet && document.some(({ level }) => level === 'domain');
    result = mayLower ? own : stricter(result, own);
    isSet = true;
  }
  return result;
}

function merged(a: AskedCheck, b: AskedCheck): AskedCheck {
  return {
    ...a,
    checklists: [...new Set([...a.checklists, ...b.checklists])].sort(),
    requirement: stricter(a.requirement, b.requirement),
  };
}
