import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

/** Something the clock starts, on one replica for all. */
export interface Task {
  readonly id: string;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  run(signal: AbortSignal): Promise<void>;
}

export async function scheduleTasks(
  scheduler: SchedulerService,
  tasks: readonly Task[],
): Promise<void> {
  for (const { id, schedule, run } of tasks)
    await scheduler.scheduleTask({
      id: `infra-overview-${id}`,
      ...schedule,
      scope: 'global',
      fn: signal => run(signal as AbortSignal),
    });
}
