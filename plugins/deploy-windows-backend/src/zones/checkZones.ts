import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  DAY,
  buildZoneTables,
  type Instant,
  type ZoneTables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { DeployWindowsConfig } from '../config';
import type { Displays } from '../display/Displays';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { TargetDirectory } from '../policy/TargetDirectory';
import type { RuntimeSource } from '../runtime/Runtime';
import { allWindows, entityOfLevel } from './allWindows';
import { movedWindows } from './movedWindows';
import type { MovedWindow, ZoneReportStore } from './ZoneReportStore';

export interface CheckZonesDeps {
  readonly store: ZoneReportStore;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly displays: Displays;
  readonly config: Pick<DeployWindowsConfig, 'defaultsOf' | 'tzdata' | 'notifications'>;
  readonly logger: LoggerService;
  /** Of the zone data of this process. */
  readonly tzdata: () => string;
  /** Tests hand in zone data of their own. */
  readonly tablesOf?: typeof buildZoneTables;
}

const LOOKED_AHEAD = 400 * DAY;
const MARGIN = 45 * DAY;

/** Notices when the process runs on other zone data than before, and tells the owners of windows that moved by it. */
export async function checkZones(deps: CheckZonesDeps, now: Instant): Promise<void> {
  const { store, directory, runtime, config, logger, tzdata, tablesOf = buildZoneTables } = deps;
  const version = tzdata();
  const { windows: stored, feeds, holidays } = await runtime.runtime(now);
  const windows = allWindows(await directory.all(), stored, config.defaultsOf).map(
    ({ window }) => window,
  );
  const zones = [...new Set(windows.flatMap(({ timeZone }) => timeZone ?? []))].sort();
  const range = { start: now - MARGIN, end: now + LOOKED_AHEAD + MARGIN };
  const seen = { version, tables: tablesOf(zones, range) };
  const before = await store.seen();
  const old = await platformMessages(deps, now);
  if (before === undefined || before.version === version) {
    await store.save(seen, undefined, old);
    return;
  }
  const asked = { start: now, end: now + LOOKED_AHEAD };
  const tables = (of: ZoneTables) => ({
    range: asked,
    zones: withReach(of, range),
    holidays,
    feeds,
  });
  const moved = movedWindows(windows, asked, tables(before.tables), tables(seen.tables));
  logger.info(
    `Zone data ${version} took the place of ${before.version}; ${moved.length} windows moved`,
  );
  const report = { from: before.version, to: version, at: now, moved };
  await store.save(seen, report, [
    ...old,
    ...(await ownerMessages(moved, before.version, version, deps)),
  ]);
}

/** Kept tables end a few days earlier than those of now; behind their last change nothing else is known anyway. */
function withReach(
  tables: ZoneTables,
  range: { readonly start: Instant; readonly end: Instant },
): ZoneTables {
  return Object.fromEntries(
    Object.entries(tables).map(([zone, table]) => [zone, { ...table, range }]),
  );
}

async function ownerMessages(
  moved: readonly MovedWindow[],
  from: string,
  to: string,
  { directory, displays }: CheckZonesDeps,
): Promise<readonly OutboxMessage[]> {
  const messages: OutboxMessage[] = [];
  for (const { window, title, level, zone, before, after } of moved) {
    const owner = (await directory.facts(entityOfLevel(level)))?.owner;
    const utc = displays.inZone('UTC');
    const words = (range: typeof before) =>
      range ? `${utc.range(range.start, range.end)} UTC` : 'nothing';
    messages.push({
      dedupeKey: `zones-changed:${window}:${from}:${to}`,
      topic: 'deploy-windows.zones-changed',
      payload: { window, level, zone, from, to },
      ...(owner !== undefined && {
        notify: {
          recipients: [owner],
          title: `“${title}” is at other times now`,
          description: `The clocks of ${zone} change otherwise by the zone data ${to} than by ${from}. First difference: ${words(before)} became ${words(after)}.`,
          link: '/deploy-windows',
          severity: 'normal',
          scope: `deploy-windows:zones:${window}`,
        },
      }),
    });
  }
  return messages;
}

/** Zone data below the wanted version, said once a day to those who run the portal. */
async function platformMessages(
  { config, tzdata, logger }: CheckZonesDeps,
  now: Instant,
): Promise<readonly OutboxMessage[]> {
  const { minimum } = config.tzdata;
  const version = tzdata();
  // Releases are named by year and letter.
  if (minimum === undefined || version >= minimum) return [];
  logger.warn(
    `The zone data ${version} are older than ${minimum}; set ICU_TIMEZONE_FILES_DIR to newer files, or renew Node`,
  );
  const { platform } = config.notifications;
  return [
    {
      dedupeKey: `zones-old:${version}:${Math.floor(now / DAY)}`,
      topic: 'deploy-windows.zones-changed',
      payload: { version, minimum, isOld: true },
      ...(platform.length > 0 && {
        notify: {
          recipients: platform,
          title: 'The zone data of the portal are old',
          description: `They are ${version}, and ${minimum} is wanted. Windows in zones that changed since open at wrong times.`,
          severity: 'normal' as const,
          scope: 'deploy-windows:zones-old',
        },
      }),
    },
  ];
}
