import type { LoggerService } from '@backstage/backend-plugin-api';
import { DAY, lintPolicy, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { DeployWindowsConfig } from '../config';
import type { InputLoader } from '../decision/InputLoader';
import type { Displays } from '../display/Displays';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import type { RuntimeSource } from '../runtime/Runtime';
import { allWindows, entityOfLevel } from '../zones/allWindows';
import type { Reminder, ReminderSource } from './ReminderSource';

export interface CollectRemindersDeps {
  readonly source: ReminderSource;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly loader: InputLoader;
  readonly displays: Displays;
  readonly config: Pick<DeployWindowsConfig, 'lint' | 'defaultsOf'>;
  readonly logger: LoggerService;
}

const LOOKED_BACK = DAY;

/** What is forgotten, once a day. Nobody is blamed: the owner of the thing is told. */
export async function collectReminders(
  deps: CollectRemindersDeps,
  now: Instant,
  signal: AbortSignal,
): Promise<readonly Reminder[]> {
  const targets = await deps.directory.all();
  return [
    ...(await overdueFreezes(deps, targets, now)),
    ...(await overdueOverrides(deps, targets, now)),
    ...(await unpermitted(deps, targets, now)),
    ...(await poorlyOpen(deps, targets, now, signal)),
  ];
}

async function overdueFreezes(
  { runtime, directory, config, displays }: CollectRemindersDeps,
  targets: readonly KnownTarget[],
  now: Instant,
) {
  const { windows } = await runtime.runtime(now);
  const found: Reminder[] = [];
  for (const { window } of allWindows(targets, windows, config.defaultsOf)) {
    if (window.kind !== 'freeze' || window.reviewAt === undefined || window.reviewAt > now)
      continue;
    const recipient = window.owner ?? (await directory.facts(entityOfLevel(window.level)))?.owner;
    if (recipient === undefined) continue;
    const due = displays.inZone(window.timeZone).day(window.reviewAt);
    found.push({
      recipient,
      kind: 'review-overdue',
      text: `The freeze “${window.title}” at ${window.level} was to be reviewed by ${due}. It still holds.`,
    });
  }
  return found;
}

async function overdueOverrides(
  { source, displays }: CollectRemindersDeps,
  targets: readonly KnownTarget[],
  now: Instant,
) {
  const overdue = await source.overdueOverrides(now);
  return overdue.map(({ target, requestedBy, dueAt }): Reminder => {
    const due = displays
      .of(
        {},
        targets.find(({ key }) => key === target),
      )
      .day(dueAt);
    return {
      recipient: requestedBy,
      kind: 'override-review',
      text: `The emergency override for ${target} was to be reviewed by ${due}.`,
    };
  });
}

async function unpermitted(
  { source }: CollectRemindersDeps,
  targets: readonly KnownTarget[],
  now: Instant,
) {
  const found = await source.unpermitted(now - LOOKED_BACK);
  return found.flatMap(({ target, count }): readonly Reminder[] => {
    const owner = targets.find(({ key }) => key === target)?.facts.owner;
    if (owner === undefined) return [];
    const words = count === 1 ? 'One deploy' : `${count} deploys`;
    return [
      {
        recipient: owner,
        kind: 'unpermitted',
        text: `${words} to ${target} since yesterday went without a permit.`,
      },
    ];
  });
}

async function poorlyOpen(
  { loader, config, logger }: CollectRemindersDeps,
  targets: readonly KnownTarget[],
  now: Instant,
  signal: AbortSignal,
) {
  const found: Reminder[] = [];
  for (const target of targets) {
    if (signal.aborted) break;
    // Each is worked out over the whole horizon; requests come first.
    await new Promise(resolve => setImmediate(resolve));
    const { owner } = target.facts;
    if (owner === undefined) continue;
    try {
      const { input } = await loader.load(
        { target: target.key, changeType: 'deploy', principal: 'plugin:deploy-windows' },
        now,
      );
      for (const { code, text } of lintPolicy(input, now, { ...config.lint, busyHours: [] })) {
        if (code !== 'LOW_AVAILABILITY' && code !== 'NEVER_OPENS') continue;
        found.push({ recipient: owner, kind: 'availability', text: `${target.key}: ${text}.` });
        break;
      }
    } catch (error) {
      logger.warn(`The openings of ${target.key} were not looked at`, error as Error);
    }
  }
  return found;
}
