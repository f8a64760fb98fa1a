import {
  declaredWindows,
  levelsOf,
  type DeployWindow,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { itemsOf } from 'backstage-plugin-infra-overview-common';
import { projectZone } from '../display/IntlDisplays';
import type { KnownTarget } from '../policy/TargetDirectory';

/** Times of heavy use that the environments of a chain declare. They hold nothing; a lint asks whether they should. */
export function busyHours(target: KnownTarget): readonly DeployWindow[] {
  const levels = levelsOf(target, target.chain);
  const around = { timeZone: projectZone(target), isZoneLost: false, audienceOf: () => undefined };
  return target.chain.flatMap(({ entityRef, document }) => {
    const item = itemsOf(document?.environments).find(({ name }) => name === target.environment);
    const level = levels.find(({ key }) => key === `${entityRef}#${target.environment}`);
    const deploy = item?.deploy;
    if (
      level === undefined ||
      typeof deploy !== 'object' ||
      'notNeeded' in deploy ||
      deploy.busyHours === undefined
    )
      return [];
    return declaredWindows(level, { freezes: deploy.busyHours }, around);
  });
}
