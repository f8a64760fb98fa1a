import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type LoggerService,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import { Sources, type ConfiguredSource, type PushedSource } from './Sources';
import type { SourceKind } from './sources/index';

const DAY = 86_400_000;
const ID = /^[a-z][a-z0-9-]{0,62}$/;
/** A tool that pushes by hand or once a day. */
const PUSHED_MAX_AGE = 3 * DAY;

export interface ReadSourcesDeps {
  readonly logger: LoggerService;
  readonly urlReader: UrlReaderService;
  readonly now: () => Instant;
  /** Between 0 and 1: replicas and sources do not all begin at once. */
  readonly random: () => number;
}

/** What `infraOverview.sources` names, in its order. */
export function readSources(
  root: RootConfigService,
  kinds: readonly SourceKind[],
  { random, ...deps }: ReadSourcesDeps,
): Sources {
  const config = root.getOptionalConfig('infraOverview.sources');
  const configured: ConfiguredSource[] = [];
  for (const key of config?.keys() ?? []) {
    if (key === 'pushed') continue;
    const kind = kinds.find(({ id }) => id === key);
    if (!kind)
      throw new InputError(
        `infraOverview.sources.${key}: there is no such source; there are ${kinds.map(({ id }) => id).join(', ')} and pushed`,
      );
    const own = config?.getOptionalConfig(key);
    if (!own) continue;
    const logger = deps.logger.child({ source: key });
    const written = own.getOptionalConfig('schedule');
    const schedule = jittered(
      written ? readSchedulerServiceTaskScheduleDefinitionFromConfig(written) : kind.schedule,
      random,
    );
    const source = kind.create({ ...deps, config: own, logger });
    configured.push({ source, schedule, maxAge: maxAgeOf(schedule) });
  }
  return new Sources({ configured, pushed: readPushed(config, kinds) });
}

/** Three times the schedule, at least a day. */
export function maxAgeOf({ frequency }: SchedulerServiceTaskScheduleDefinition): number {
  // How often a cron text fires is not to be told from it.
  if ('cron' in frequency || 'trigger' in frequency) return DAY;
  return Math.max(DAY, 3 * durationToMilliseconds(frequency));
}

function readPushed(
  config: ReturnType<RootConfigService['getOptionalConfig']>,
  kinds: readonly SourceKind[],
): readonly PushedSource[] {
  const ids = config?.getOptionalStringArray('pushed') ?? [];
  for (const id of ids) {
    if (!ID.test(id))
      throw new InputError(
        'infraOverview.sources.pushed: names are lower-case letters, digits and dashes',
      );
    if (kinds.some(kind => kind.id === id))
      throw new InputError(
        `infraOverview.sources.pushed: ${id} is the name of a source of our own`,
      );
  }
  return [...new Set(ids)].map(id => ({ id, maxAge: PUSHED_MAX_AGE }));
}

function jittered(
  schedule: SchedulerServiceTaskScheduleDefinition,
  random: () => number,
): SchedulerServiceTaskScheduleDefinition {
  if (schedule.initialDelay) return schedule;
  // The fleet is read first: it says which apps there are.
  return { ...schedule, initialDelay: { seconds: 30 + Math.floor(random() * 60) } };
}
