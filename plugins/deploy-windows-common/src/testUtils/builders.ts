import { compile, type DecisionInput } from '../decision';
import {
  defaultPolicy,
  targetKey,
  type DeployWindow,
  type EffectivePolicy,
  type FeedTables,
  type HolidayTables,
  type Tables,
  type Target,
} from '../schedule';
import { buildZoneTables, DAY, type Instant } from '../time';

export const LEVELS = {
  domain: 'domain:default/city',
  system: 'system:default/noipm',
  systemProduction: 'system:default/noipm#production',
  component: 'component:default/web#production',
} as const;

const ENTITY = 'component:default/web';

export function aTarget(fields: Partial<Target> = {}): Target {
  return {
    key: targetKey(ENTITY, 'production'),
    entityRef: ENTITY,
    environment: 'production',
    stage: 'production',
    entity: {
      kind: 'Component',
      metadata: { name: 'web', namespace: 'default', tags: ['ruby'] },
      spec: { type: 'website', owner: 'group:default/web' },
    },
    ...fields,
  };
}

/** Weekdays 09:00 to 17:00 in Chicago, declared by the component, unless told otherwise. */
export function aWindow(fields: Partial<DeployWindow> = {}): DeployWindow {
  const level = fields.level ?? LEVELS.component;
  return {
    key: `${level}/office-hours`,
    kind: 'allow',
    title: 'Office hours',
    level,
    origin: 'catalog',
    timeZone: 'America/Chicago',
    schedule: {
      type: 'weekly',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      from: '09:00',
      to: '17:00',
    },
    ...fields,
  };
}

export function aPolicy(fields: Partial<EffectivePolicy> = {}): EffectivePolicy {
  const defaults = defaultPolicy('other');
  return {
    target: aTarget(),
    levels: [
      { key: LEVELS.domain, rank: 'domain', entityRef: LEVELS.domain },
      { key: LEVELS.system, rank: 'system', entityRef: LEVELS.system },
      { key: LEVELS.systemProduction, rank: 'system-environment', entityRef: LEVELS.system },
      { key: LEVELS.component, rank: 'component-environment', entityRef: ENTITY },
    ],
    windows: [],
    audiences: [],
    openByDefault: { open: true, level: 'configuration' },
    mustFit: 'warn',
    readiness: [{ mode: 'off', level: 'configuration' }],
    limits: {},
    onUnavailable: 'block',
    lock: { key: targetKey(ENTITY, 'production'), policy: 'reject', ttl: defaults.lockTtl },
    override: defaults.override,
    emergency: defaults.emergency,
    timeZone: 'America/Chicago',
    problems: [],
    ...fields,
  };
}

export interface TablesWanted {
  readonly zones?: readonly string[];
  readonly start?: Instant;
  readonly end?: Instant;
  readonly holidays?: HolidayTables;
  readonly feeds?: FeedTables;
}

/** From October 2026 to the end of 2027, in the zones of the examples. */
export function someTables({
  zones = ['America/Chicago', 'UTC'],
  start = Date.parse('2026-10-01T00:00Z'),
  end = Date.parse('2028-02-01T00:00Z'),
  holidays = {},
  feeds = {},
}: TablesWanted = {}): Tables {
  const range = { start, end };
  return { range, zones: buildZoneTables(zones, range), holidays, feeds };
}

export interface InputWanted extends Partial<Omit<DecisionInput, 'policy' | 'request'>> {
  readonly policy?: Partial<EffectivePolicy>;
  readonly request?: Partial<DecisionInput['request']>;
  readonly windows?: readonly DeployWindow[];
  readonly tables?: Tables;
}

const usualTables = someTables();

/** A deploy of the component by its pipeline. */
export function anInput({
  policy = {},
  request = {},
  windows = [],
  tables = usualTables,
  ...rest
}: InputWanted = {}): DecisionInput {
  return {
    request: {
      target: targetKey(ENTITY, 'production'),
      changeType: 'deploy',
      principal: 'external:ci-web',
      ...request,
    },
    policy: compile(aPolicy({ windows, ...policy }), tables),
    exemptions: [],
    overrides: [],
    notices: [],
    locks: [],
    waiting: [],
    recentDeployments: [],
    problems: [],
    stamp: {
      tzdata: 'test',
      inputsHash: 'test',
      declaredAsOf: Date.parse('2026-11-24T00:00Z'),
      horizon: 400 * DAY,
    },
    ...rest,
  };
}
