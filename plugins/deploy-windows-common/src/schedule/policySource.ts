import {
  isNotNeeded,
  itemsOf,
  type Deploy,
  type DeployPolicy,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import type { Target } from './target';

/** An entity above or at the target, with what it declares. */
export interface PolicyLink {
  readonly entityRef: string;
  readonly level: 'domain' | 'system' | 'component';
  /** Absent: it declares nothing. */
  readonly document?: InfraDocument;
}

/** The policy of a Domain or System. */
export function policyOf(link: PolicyLink): DeployPolicy | undefined {
  return link.level === 'component' ? undefined : link.document?.deployPolicy;
}

/** How a System or Component is deployed to an environment; undefined where nothing is said of it. */
export function deployOf(link: PolicyLink, environment: string): Deploy | undefined {
  if (link.level === 'domain') return undefined;
  const item = itemsOf(link.document?.environments).find(
    ({ name, notNeeded }) => name === environment && notNeeded === undefined,
  );
  const deploy = item?.deploy;
  if (deploy === undefined || deploy === 'none' || isNotNeeded(deploy)) return undefined;
  return deploy;
}

/** Whether the default, modes and limits of a policy hold in the environment of a target. */
export function policyHoldsIn(
  { environments, stages }: Pick<DeployPolicy, 'environments' | 'stages'>,
  target: Pick<Target, 'environment' | 'stage'>,
): boolean {
  if (environments !== undefined && !environments.includes(target.environment)) return false;
  return stages === undefined || stages.some(stage => stage === target.stage);
}
