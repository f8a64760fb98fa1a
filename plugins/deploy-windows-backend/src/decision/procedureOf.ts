import {
  effectiveInfra,
  itemsOf,
  viewOf,
  type Procedure,
} from 'backstage-plugin-infra-overview-common';
import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import type { KnownTarget } from '../policy/TargetDirectory';

/** How the target is deployed, as the documents of its chain declare it: the procedure that the environment names. */
export function procedureOf({ chain, environment }: KnownTarget): DecisionAnswer['procedure'] {
  const { document } = viewOf(effectiveInfra(chain), environment);
  const [item] = itemsOf(document.environments);
  const deploy = item?.deploy;
  const id = typeof deploy === 'object' && !('notNeeded' in deploy) ? deploy.procedure : undefined;
  const procedure = itemsOf(document.procedures).find(
    known => known.id === id && known.notNeeded === undefined,
  );
  if (id === undefined || procedure === undefined) return undefined;
  return { id, title: procedure.title ?? id, steps: (procedure.steps ?? []).map(stepText) };
}

function stepText(step: NonNullable<Procedure['steps']>[number]): string {
  if (typeof step === 'string') return step;
  return step.condition === undefined ? step.text : `${step.text} (${step.condition})`;
}
