import {
  dateStart,
  type Deploy,
  type DeployPolicy,
  type GateMode,
} from 'backstage-plugin-infra-overview-common';
import { audienceFinder, audiencesOf } from './audiences';
import { declaredWindows, type Surroundings } from './declaredWindows';
import { exceptionsOf } from './exceptions';
import { levelKey, levelsOf } from './level';
import { lockRule } from './lockRule';
import { milliseconds } from './milliseconds';
import type { EffectivePolicy, PolicyDefaults, ReadinessDemand } from './policy';
import { policyProblems } from './policyProblems';
import { deployOf, policyHoldsIn, policyOf, type PolicyLink } from './policySource';
import { isLost, isWholeLost, nearest, strictest, type Statement } from './statement';
import type { Target } from './target';
import type { DeployWindow } from './window';

export interface PolicySources {
  readonly target: Target;
  /** Outermost first, the target's own entity last. */
  readonly chain: readonly PolicyLink[];
  /** Ad-hoc windows and freezes in force or to come. */
  readonly stored: readonly DeployWindow[];
  readonly defaults: PolicyDefaults;
}

/**
 * What protects takes the strictest, what merely describes takes the nearest. Windows of all levels are kept, each with
 * its level: a lower one never replaces a higher one.
 */
export function effectivePolicy({
  target,
  chain,
  stored,
  defaults,
}: PolicySources): EffectivePolicy {
  const statements = statementsOf(chain, target);
  const holding = statements.filter(({ says }) => policyHoldsIn(scopeOf(says), target));
  const open = strictest(
    holding,
    says => says.openByDefault,
    value => (value ? 0 : 1),
  );
  const mustFit = strictest(holding, says => says.mustFit, strictnessOf)?.value;
  const onUnavailable = strictest(
    holding,
    says => says.onUnavailable,
    says => (says === 'block' ? 1 : 0),
  );
  const expectedDuration = nearest(holding, says =>
    milliseconds('expectedDuration' in says ? says.expectedDuration : undefined),
  );
  const impact = nearest(holding, says => ('impact' in says ? says.impact : undefined));
  const procedure = nearest(holding, says => ('procedure' in says ? says.procedure : undefined));
  const timeZone = zoneAt(chain, chain.length - 1).timeZone;

  return {
    target,
    levels: levelsOf(target, chain),
    windows: [...windowsOf(chain, target), ...stored],
    audiences: audiencesOf(chain, defaults.lead),
    openByDefault: open
      ? { open: open.value, level: open.level }
      : { open: defaults.openByDefault, level: 'configuration' },
    mustFit: mustFit === undefined || mustFit === 'report' ? defaults.mustFit : mustFit,
    readiness: readinessOf(holding, defaults),
    limits: limitsOf(holding),
    onUnavailable: onUnavailable?.value ?? defaults.onUnavailable,
    ...(expectedDuration !== undefined && { expectedDuration }),
    ...(impact !== undefined && { impact }),
    ...(procedure !== undefined && { procedure }),
    lock: lockRule(holding, chain, target, defaults),
    ...exceptionsOf(holding, defaults),
    ...(timeZone !== undefined && { timeZone }),
    problems: policyProblems(holding),
  };
}

function statementsOf(chain: readonly PolicyLink[], target: Target): readonly Statement[] {
  return chain.flatMap(link => {
    const [policy, deploy] = [policyOf(link), deployOf(link, target.environment)];
    return [
      ...(policy ? [{ level: levelKey(link.entityRef), says: policy }] : []),
      ...(deploy ? [{ level: levelKey(link.entityRef, target.environment), says: deploy }] : []),
    ];
  });
}

/** An environment's own block has no scope: it stands in the environment. */
function scopeOf(says: Deploy | DeployPolicy): Pick<DeployPolicy, 'environments' | 'stages'> {
  return 'environments' in says || 'stages' in says ? says : {};
}

function windowsOf(chain: readonly PolicyLink[], target: Target): readonly DeployWindow[] {
  return chain.flatMap((link, index) => {
    const around: Surroundings = {
      ...zoneAt(chain, index),
      audienceOf: audienceFinder(chain, index),
    };
    const [policy, deploy] = [policyOf(link), deployOf(link, target.environment)];
    const { entityRef, level } = link;
    const rank = level === 'domain' ? 'domain' : 'system';
    const inside = level === 'component' ? 'component-environment' : 'system-environment';
    const key = levelKey(entityRef, target.environment);
    return [
      ...(policy ? declaredWindows({ key: entityRef, rank, entityRef }, policy, around) : []),
      ...(deploy ? declaredWindows({ key, rank: inside, entityRef }, deploy, around) : []),
    ];
  });
}

/** The zone of a document's windows: of its own policy, else of the nearest document above. */
function zoneAt(chain: readonly PolicyLink[], position: number) {
  for (let index = position; index >= 0; index -= 1) {
    const policy = policyOf(chain[index] as PolicyLink);
    if (policy?.timeZone !== undefined) return { timeZone: policy.timeZone, isZoneLost: false };
    if (policy !== undefined && (isLost(policy, 'timeZone') || isWholeLost(policy))) {
      return { timeZone: undefined, isZoneLost: true };
    }
  }
  return { timeZone: undefined, isZoneLost: false };
}

const MODES: readonly GateMode[] = ['off', 'report', 'warn', 'enforce'];

function strictnessOf(mode: GateMode): number {
  return MODES.indexOf(mode);
}

function readinessOf(
  statements: readonly Statement[],
  defaults: PolicyDefaults,
): readonly ReadinessDemand[] {
  const demands = statements.flatMap(({ level, says }): readonly ReadinessDemand[] => {
    const { readiness } = says;
    if (readiness === undefined) return [];
    if (typeof readiness === 'string') return [{ mode: readiness, level }];
    const { mode, checklists } = readiness;
    const from = readiness.from === undefined ? undefined : dateStart(readiness.from);
    const whose = { level, ...(checklists !== undefined && { checklists }) };
    const { readinessWarnAhead: ahead = 0 } = defaults;
    return [
      { ...whose, mode, ...(from !== undefined && { from }) },
      // Nobody is surprised on the day itself.
      ...(mode === 'enforce' && from !== undefined && ahead > 0
        ? [{ ...whose, mode: 'warn' as const, from: from - ahead }]
        : []),
    ];
  });
  return demands.length > 0 ? demands : [{ mode: defaults.readiness, level: 'configuration' }];
}

function limitsOf(statements: readonly Statement[]) {
  const most = strictest(
    statements,
    says => says.limits?.maxPerOpening,
    value => -value,
  )?.value;
  const gap = strictest(
    statements,
    says => milliseconds(says.limits?.minGap),
    value => value,
  )?.value;
  return {
    ...(most !== undefined && { maxPerOpening: most }),
    ...(gap !== undefined && { minGap: gap }),
  };
}
