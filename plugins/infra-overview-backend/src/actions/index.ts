// What assistants may ask through MCP, with the credentials they are handed, by the same services as the routes. The `z` of the
// registry is its own and is used for its forms alone.
import type { ActionsDeps } from './actionsDeps';
import { registerDrift } from './drift';
import { registerOverview } from './overview';
import { registerWhatHappensIf } from '../impact/action';

export type { ActionsDeps } from './actionsDeps';

export function registerActions(deps: ActionsDeps): void {
  registerOverview(deps);
  registerDrift(deps);
  registerWhatHappensIf(deps);
}
