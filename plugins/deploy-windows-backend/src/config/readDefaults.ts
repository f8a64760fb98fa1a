import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type JsonValue } from '@backstage/types';
import {
  defaultPolicy,
  type PolicyDefaults,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { milliseconds } from './lengths';
import { isFlag, oneOf, perStage } from './perStage';

const LEAD = /^(?:PT?\w+|\d{1,2}bd)$/;
const DEFAULT_LEAD = 'PT24H';
const LOCK_TTL = { minutes: 30 };
const OVERRIDE_MAX = { hours: 24 };
const EMERGENCY_MAX = { hours: 4 };
const RETROSPECTIVE_WITHIN = { hours: 1 };

/** What holds in a stage where no document says otherwise. */
export function readDefaults(
  config: Config | undefined,
  { warnAhead }: { readonly warnAhead: number },
): (stage: string) => PolicyDefaults {
  const lead = config?.getOptionalString('notice.defaultLead') ?? DEFAULT_LEAD;
  if (!LEAD.test(lead))
    throw new InputError(
      `deployWindows.notice.defaultLead must be a length such as PT24H or 2bd, but is ${lead}`,
    );
  const openByDefault = perStage(config, 'defaults.openByDefault', isFlag);
  const mustFit = perStage(config, 'defaults.mustFit', oneOf('off', 'warn', 'enforce'));
  const readiness = perStage(
    config,
    'defaults.readiness',
    oneOf('off', 'report', 'warn', 'enforce'),
  );
  const onUnavailable = perStage(config, 'defaults.onUnavailable', oneOf('block', 'allow'));
  const needsTwo = readTwoPerson(config);
  const lockTtl = milliseconds(config, 'lock.ttl', LOCK_TTL);
  const longest = milliseconds(config, 'override.maxDuration', OVERRIDE_MAX);
  const maxDuration = Math.min(longest, durationToMilliseconds(OVERRIDE_MAX));
  const emergencyMax = milliseconds(config, 'override.emergencyMax', EMERGENCY_MAX);
  const emergency = {
    maxDuration: Math.min(emergencyMax, durationToMilliseconds(EMERGENCY_MAX)),
    noticeWithin: milliseconds(config, 'notice.retrospectiveWithin', RETROSPECTIVE_WITHIN),
  };
  return stage => {
    const usual = defaultPolicy(stage);
    return {
      openByDefault: openByDefault(stage) ?? usual.openByDefault,
      mustFit: mustFit(stage) ?? usual.mustFit,
      readiness: readiness(stage) ?? usual.readiness,
      readinessWarnAhead: warnAhead,
      onUnavailable: onUnavailable(stage) ?? usual.onUnavailable,
      lead,
      lockTtl,
      override: { twoPerson: needsTwo(stage) ?? usual.override.twoPerson, maxDuration },
      emergency,
    };
  };
}

/** `always`, `never`, a stage, or a list of stages. */
function readTwoPerson(config: Config | undefined): (stage: string) => boolean | undefined {
  const stated = config?.getOptional<JsonValue>('override.twoPerson');
  if (stated === undefined) return () => undefined;
  if (stated === 'always') return () => true;
  if (stated === 'never') return () => false;
  const stages = Array.isArray(stated) ? stated : [stated];
  return stage => stages.includes(stage);
}
