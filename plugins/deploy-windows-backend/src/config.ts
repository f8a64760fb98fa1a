import { readDurationFromConfig } from '@backstage/config';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import { HOUR, type PolicyDefaults } from 'backstage-plugin-deploy-windows-common/evaluator';
import { milliseconds, within } from './config/lengths';
import { readFeeds, readHolidays } from './config/readCalendars';
import { readDefaults } from './config/readDefaults';
import { readReadiness, type ReadinessConfig } from './config/readReadiness';

export interface DeployWindowsConfig {
  /** Milliseconds: how far ahead is looked. */
  readonly horizon: number;
  /** Milliseconds: the longest an answer may be trusted. */
  readonly decisionMaxAge: number;
  readonly snapshot: SnapshotConfig;
  /** What holds in a stage where no document says otherwise. */
  readonly defaultsOf: (stage: string) => PolicyDefaults;
  readonly tzdata: TzdataConfig;
  readonly notifications: NotificationConfig;
  readonly signals: { readonly enabled: boolean };
  readonly incidentFreeze: {
    /** Milliseconds. */
    readonly defaultDuration: number;
  };
  readonly feeds: readonly FeedConfig[];
  readonly holidays: readonly HolidaySetConfig[];
  /** Milliseconds after which the `retain` task deletes. */
  readonly retention: { readonly decisions: number; readonly permits: number };
  readonly lint: {
    /** Milliseconds that must be open in each stretch of `per`. */
    readonly minimumOpen: number;
    /** Milliseconds. */
    readonly per: number;
  };
  readonly readiness: ReadinessConfig;
  readonly display: {
    readonly locale: string;
    /** Where neither the reader nor the project names one. */
    readonly zone: string;
  };
  /** Of this plugin as others reach it, without a slash at its end: `https://portal.example.org/api/deploy-windows`. */
  readonly publicUrl: string;
}

export interface SnapshotConfig {
  readonly refresh: HumanDuration;
  /** Milliseconds; older is said. */
  readonly staleAfter: number;
  /** Milliseconds; older holds, where `onUnavailable` says so. */
  readonly maxAge: number;
}

export interface TzdataConfig {
  /** Such as `2026b`. */
  readonly minimum?: string;
  /** Older zone data stops the start of the plugin. */
  readonly refuse: boolean;
}

export interface NotificationConfig {
  readonly enabled: boolean;
  /** Entity refs of those who run the portal: stale feeds, old zone data. */
  readonly platform: readonly string[];
}

export interface FeedConfig {
  readonly id: string;
  readonly title?: string;
  /** Often a secret: never shown, never logged. */
  readonly url: string;
  /** Milliseconds after which its allows end; its freezes stay. */
  readonly maxAge: number;
  /** For all-day events and times without a zone; such events fail the import without it. */
  readonly timeZone?: string;
}

export interface HolidaySetConfig {
  readonly id: string;
  readonly title?: string;
  readonly source:
    | {
        readonly type: 'country';
        readonly country: string;
        readonly state?: string;
        readonly region?: string;
      }
    | {
        readonly type: 'dates';
        readonly dates: readonly { readonly date: string; readonly title?: string }[];
      }
    /** Days of a calendar, of those events whose title has the words. */
    | { readonly type: 'feed'; readonly feed: string; readonly match?: string };
}

const DEFAULTS = {
  horizon: { days: 400 },
  decisionMaxAge: { minutes: 15 },
  refresh: { minutes: 1 },
  staleAfter: { minutes: 5 },
  maxAge: { minutes: 15 },
  incidentFreeze: { hours: 4 },
  decisions: { days: 400 },
  permits: { days: 3 * 365 },
  lintWindow: { days: 32 },
  minOpenHours: 48,
} as const;

/** Reads the configuration once; a value that means nothing stops the start and says where it is. */
export function readDeployWindowsConfig(root: RootConfigService): DeployWindowsConfig {
  const config = root.getOptionalConfig('deployWindows');
  const length = (key: string, fallback: HumanDuration) => milliseconds(config, key, fallback);
  const refresh = config?.has('snapshot.refresh')
    ? readDurationFromConfig(config, { key: 'snapshot.refresh' })
    : DEFAULTS.refresh;
  const minimum = config?.getOptionalString('tzdata.minimum');
  const readiness = readReadiness(config);
  const hours = config?.getOptionalNumber('lint.minOpenHours') ?? DEFAULTS.minOpenHours;
  return Object.freeze({
    horizon: within(length('horizon', DEFAULTS.horizon), 'horizon', { days: 1 }, { days: 1_000 }),
    decisionMaxAge: within(
      length('decision.maxAge', DEFAULTS.decisionMaxAge),
      'decision.maxAge',
      { seconds: 1 },
      { minutes: 15 },
    ),
    snapshot: {
      refresh,
      staleAfter: length('snapshot.staleAfter', DEFAULTS.staleAfter),
      maxAge: length('snapshot.maxAge', DEFAULTS.maxAge),
    },
    defaultsOf: readDefaults(config, { warnAhead: readiness.warnAhead }),
    tzdata: {
      ...(minimum !== undefined && { minimum }),
      refuse: config?.getOptionalBoolean('tzdata.refuse') ?? false,
    },
    notifications: {
      enabled: config?.getOptionalBoolean('notifications.enabled') ?? false,
      platform: config?.getOptionalStringArray('notifications.platform') ?? [],
    },
    signals: { enabled: config?.getOptionalBoolean('signals.enabled') ?? false },
    incidentFreeze: {
      defaultDuration: length('incidentFreeze.defaultDuration', DEFAULTS.incidentFreeze),
    },
    feeds: readFeeds(config),
    holidays: readHolidays(config),
    retention: {
      decisions: length('retention.decisions', DEFAULTS.decisions),
      permits: length('retention.permits', DEFAULTS.permits),
    },
    lint: { minimumOpen: hours * HOUR, per: length('lint.window', DEFAULTS.lintWindow) },
    readiness,
    display: {
      locale: config?.getOptionalString('display.locale') ?? 'en-GB',
      zone: config?.getOptionalString('display.zone') ?? 'UTC',
    },
    publicUrl: `${root.getString('backend.baseUrl').replace(/\/+$/, '')}/api/deploy-windows`,
  });
}
