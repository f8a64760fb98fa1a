import {
  itemPath,
  itemsOf,
  originOf,
  SCHEMA,
  stageOf,
  viewOf,
  type ChainLink,
  type Deploy,
  type EffectiveInfra,
  type Environment,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import type { PolicyLink } from 'backstage-plugin-deploy-windows-common/evaluator';

/** The stage of an environment, and the chain with what `defaults` and platforms fill in there: a default that closes must close. */
export function withDefaults(
  chain: readonly ChainLink[],
  effective: EffectiveInfra,
  environment: string,
): { readonly stage: string; readonly chain: readonly PolicyLink[] } {
  const view = viewOf(effective, environment);
  const [item] = itemsOf(view.document.environments);
  const { stage } = stageOf(item ?? { name: environment });
  const filled = item === undefined ? {} : filledFields(item, view);
  const own = chain.at(-1);
  if (own === undefined || Object.keys(filled).length === 0) return { stage, chain };
  return {
    stage,
    chain: [
      ...chain.slice(0, -1),
      { ...own, document: withDeploy(own.document, environment, filled) },
    ],
  };
}

function filledFields(item: Environment, view: Pick<EffectiveInfra, 'origins'>): Partial<Deploy> {
  const { deploy } = item;
  if (typeof deploy !== 'object' || 'notNeeded' in deploy) return {};
  const path = `${itemPath('environments', item.name)}.deploy`;
  const isFilled = (field: string) =>
    /^(?:defaults|platforms)\b/.test(originOf(view, `${path}.${field}`)?.path ?? '');
  return Object.fromEntries(
    Object.entries(deploy).filter(([field]) => isFilled(field)),
  ) as Partial<Deploy>;
}

function withDeploy(
  document: InfraDocument | undefined,
  environment: string,
  filled: Partial<Deploy>,
): InfraDocument {
  const environments = itemsOf(document?.environments);
  const own = environments.find(({ name }) => name === environment);
  const stated = typeof own?.deploy === 'object' && !('notNeeded' in own.deploy) ? own.deploy : {};
  const item = {
    ...(own ?? { name: environment }),
    deploy: { ...filled, ...stated },
  } as Environment;
  const others = environments.filter(other => other !== own);
  return { ...(document ?? { schema: SCHEMA }), environments: [...others, item] } as InfraDocument;
}
