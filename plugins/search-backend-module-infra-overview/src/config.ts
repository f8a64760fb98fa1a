import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

export interface CollatorConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Entities that are read at a time. */
  readonly batchSize: number;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};
const DEFAULT_BATCH_SIZE = 200;

export function readCollatorConfig(root: RootConfigService): CollatorConfig {
  const config = root.getOptionalConfig('search.collators.infraOverview');
  const schedule = config?.getOptionalConfig('schedule');
  return Object.freeze({
    schedule: schedule ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule) : DEFAULT_SCHEDULE,
    batchSize: config?.getOptionalNumber('batchSize') ?? DEFAULT_BATCH_SIZE,
  });
}
