import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

export interface InfraOverviewConfig {
  /** How often the fleet asks the catalog what changed. */
  readonly refresh: SchedulerServiceTaskScheduleDefinition;
  /** Rows of a fleet page when the request does not say. */
  readonly pageSize: number;
  /** Size of the answers kept in this process, in characters. */
  readonly cacheSize: number;
  /** Whether owners are told of drift, of doubts and of what is past its cadence. */
  readonly notify: boolean;
}

const DEFAULT_REFRESH: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 15 },
  // A replica that dies keeps the task for this long.
  timeout: { minutes: 10 },
  initialDelay: { seconds: 3 },
};
const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 200;
const DEFAULT_CACHE_SIZE = 50_000_000;

export function readInfraOverviewConfig(root: RootConfigService): InfraOverviewConfig {
  const config = root.getOptionalConfig('infraOverview');
  const schedule = config?.getOptionalConfig('fleet.schedule');
  const pageSize = config?.getOptionalNumber('fleet.pageSize') ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
    throw new InputError(
      `infraOverview.fleet.pageSize must be a whole number from 1 to ${MAX_PAGE_SIZE}, but is ${pageSize}`,
    );
  }
  return Object.freeze({
    refresh: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_REFRESH,
    pageSize,
    cacheSize: DEFAULT_CACHE_SIZE,
    notify: config?.getOptionalBoolean('notifications.enabled') ?? false,
  });
}
