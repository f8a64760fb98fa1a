// What assistants may ask through MCP. Each action asks for rights with the credentials it is handed, by the same services as
// the routes; they are switched on by `backend.actions.pluginSources`. The `z` of the registry is zod 3, and is used for the
// forms of the registry alone: what was sent is read by our own schemas.
import type { ActionsDeps } from './actionsDeps';
import { registerCanDeploy } from './canDeploy';
import { registerExplain } from './explain';
import { registerExplainCheck } from './explainCheck';
import { registerListWindows } from './listWindows';
import { registerNextOpenings } from './nextOpenings';
import { registerOpenChecks } from './openChecks';
import { registerReadinessVerdict } from './readinessVerdict';
import { registerRequestOverride } from './requestOverride';

export type { ActionsDeps } from './actionsDeps';

export function registerActions(deps: ActionsDeps): void {
  registerCanDeploy(deps);
  registerNextOpenings(deps);
  registerExplain(deps);
  registerListWindows(deps);
  registerReadinessVerdict(deps);
  registerOpenChecks(deps);
  registerExplainCheck(deps);
  registerRequestOverride(deps);
}
