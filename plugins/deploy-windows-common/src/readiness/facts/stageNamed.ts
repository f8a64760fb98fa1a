import {
  itemsOf,
  STAGE_ORDER,
  stageOf,
  type EffectiveInfra,
  type Stage,
} from 'backstage-plugin-infra-overview-common';

/** The stage of an environment that is named somewhere: as declared, as the word itself says, else as the name suggests. */
export function stageNamed(name: string, { document }: EffectiveInfra): Stage {
  const word = name.toLowerCase();
  const declared = itemsOf(document.environments).find(item => item.name.toLowerCase() === word);
  if (declared !== undefined) return stageOf(declared).stage;
  return STAGE_ORDER.find(stage => stage === word) ?? stageOf({ name }).stage;
}
