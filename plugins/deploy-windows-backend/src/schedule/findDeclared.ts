import {
  defaultPolicy,
  effectivePolicy,
  type DeployWindow,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { EntityFacts, TargetDirectory } from '../policy/TargetDirectory';
import { targetOf } from './Levels';

export interface DeclaredPlace {
  readonly window: DeployWindow;
  /** The entity whose document declares it. */
  readonly facts: EntityFacts;
}

const KEY = /^([a-z]+:[^/\s]+\/[^/\s#]+)(#[^\s#/]+)?\/[^\s]+$/i;

/** A window of the catalog by its key; undefined where none is declared under it. */
export async function findDeclared(
  directory: TargetDirectory,
  key: string,
): Promise<DeclaredPlace | undefined> {
  const entityRef = KEY.exec(key)?.[1]?.toLowerCase();
  const facts = entityRef === undefined ? undefined : await directory.facts(entityRef);
  if (facts === undefined) return undefined;
  for (const target of await directory.all()) {
    if (!target.chain.some(link => link.entityRef === entityRef)) continue;
    const { windows } = effectivePolicy({
      target: targetOf(target),
      chain: target.chain,
      stored: [],
      defaults: defaultPolicy(target.stage),
    });
    const window = windows.find(declared => declared.key === key);
    if (window) return { window, facts };
  }
  return undefined;
}
