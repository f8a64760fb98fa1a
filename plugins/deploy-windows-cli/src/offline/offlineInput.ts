import {
  buildZoneTables,
  compile,
  DAY,
  defaultPolicy,
  effectivePolicy,
  stampInput,
  type DecisionInput,
  type DecisionRequest,
  type EffectivePolicy,
  type Instant,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { World } from '../world';
import type { FileTarget } from './findTarget';

/** As where nothing is configured. */
const HORIZON = 400 * DAY;
// An occurrence may have opened long before, and an opening may last beyond what is looked at.
const BEFORE = 40 * DAY;
const AFTER = 16 * DAY;

/** All a decision depends on, as far as files know it. */
export function offlineInput(
  file: FileTarget,
  request: Omit<DecisionRequest, 'target' | 'principal'>,
  at: Instant,
  world: Pick<World, 'digest' | 'tzdata' | 'now'>,
): DecisionInput {
  const { target, chain, problems } = file;
  const policy = effectivePolicy({
    target,
    chain,
    stored: [],
    defaults: defaultPolicy(target.stage),
  });
  return stampInput(
    {
      request: { ...request, target: target.key, principal: 'offline' },
      policy: compile(policy, tablesFor(policy, at)),
      exemptions: [],
      overrides: [],
      notices: [],
      locks: [],
      waiting: [],
      recentDeployments: [],
      problems,
    },
    { tzdata: world.tzdata, declaredAsOf: world.now(), horizon: HORIZON },
    text => `sha256:${world.digest(text)}`,
  );
}

function tablesFor(policy: EffectivePolicy, at: Instant): Tables {
  const range = { start: at - BEFORE, end: at + HORIZON + AFTER };
  const zones = [
    policy.timeZone,
    ...policy.windows.map(({ timeZone }) => timeZone),
    ...policy.audiences.map(({ timeZone }) => timeZone),
  ];
  return {
    range,
    zones: buildZoneTables(
      zones.filter(zone => zone !== undefined),
      range,
    ),
    holidays: {},
    feeds: {},
  };
}
