import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Values } from '../arguments/options';
import type { World } from '../world';

/** The one moment everything is judged at; the clock is read once. */
export function atOf({ at }: Values, world: Pick<World, 'now'>): Instant {
  return at === undefined ? world.now() : Date.parse(at);
}

/** Said so that the same command with it gives the same answer. */
export function atLine(now: Instant): string {
  return `Judged as of ${instantText(now)} (--at ${instantText(now)} answers the same again).`;
}
