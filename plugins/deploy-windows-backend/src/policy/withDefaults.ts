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

export interface FilledEnvironment {
  readonly stage: string;
  readonly chain: readonly PolicyLink[];
}

/**
 * The chain as it holds in one environment. Rules are read per level, so what nobody states of the environment and
 * `defaults` or its platform fill in is written to the innermost level: a default that closes must close.
 */
export function withDefaults(
  chain: readonly ChainLink[],
  effective: EffectiveInfra,
  environment: string,
): FilledEnvironment {
  const view = viewOf(effective, environment);
  const [item] = itemsOf(view.document.environments);
  const { stage } = stageOf(item ?? { name: environment });
  const filled = item === undefined ? {} : filledFields(item, view);
  if (Object.keys(filled).length === 0) return { stage, chain };
  const own = chain.at(-1);
  if (own === undefined) return { stage, chain };
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
  if (typeof deploy !== 'object' || deploy === null || 'notNeeded' in deploy) return {};
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
  const index = environments.findIndex(({ name }) => name === environment);
  const own = environments[index];
  const stated = typeof own?.deploy === 'object' && !('notNeeded' in own.deploy) ? own.deploy : {};
  const item = {
    ...(own ?? { name: environment }),
    deploy: { ...filled, ...stated },
  } as Environment;
  const others = environments.filter((_, position) => position !== index);
  return { ...(document ?? { schema: SCHEMA }), environments: [...others, item] } as InfraDocument;
}
