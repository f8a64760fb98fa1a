import type { DeclaredWindow, Schedule } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../time';
import type { AudienceKey } from './audience';
import type { HolidayRule } from './holidays';
import type { LevelKey } from './level';
import type { WindowProblem } from './problem';

export type WindowKind = NonNullable<DeclaredWindow['kind']>;
export type ChangeType = NonNullable<DeclaredWindow['changeTypes']>[number];
/** `user:default/ann`, `group:default/on-call`, `external:ci-noipm`. */
export type PrincipalRef = string;
/** Level key, slash, id; or `db:` and a UUID. */
export type WindowKey = string;

/** Instants instead of a wall clock: for what starts now, such as an incident freeze. Stored ones only. */
export interface ExactSchedule {
  readonly type: 'exact';
  readonly start: Instant;
  readonly end: Instant;
}

export type WindowSchedule = Schedule | ExactSchedule;

/** A rule over time and targets, declared or stored. */
export interface DeployWindow {
  readonly key: WindowKey;
  readonly kind: WindowKind;
  readonly title: string;
  readonly level: LevelKey;
  readonly origin: 'catalog' | 'database';
  readonly reason?: string;
  readonly owner?: string;
  readonly version?: number;
  readonly environments?: readonly string[];
  readonly stages?: readonly string[];
  /** A filter predicate over entities, checked whenever it is loaded. */
  readonly scope?: unknown;
  /** Absent: deploy, config and hotfix. */
  readonly changeTypes?: readonly ChangeType[];
  readonly schedule?: WindowSchedule;
  readonly timeZone?: string;
  readonly holidays?: HolidayRule;
  /** Freeze: yields only to an override by one of `overridableBy`. */
  readonly hard?: boolean;
  readonly overridableBy?: readonly PrincipalRef[];
  readonly audience?: AudienceKey;
  readonly expiresAt?: Instant;
  readonly reviewAt?: Instant;
  readonly derived?: boolean;
  /** Set when a part that it is governed by could not be read. */
  readonly unreadable?: WindowProblem;
}

/** What a window gates when it does not say: in an incident the cure must not be frozen. */
export const DEFAULT_CHANGE_TYPES: readonly ChangeType[] = ['deploy', 'config', 'hotfix'];

export function gatesChangeType(
  window: Pick<DeployWindow, 'changeTypes'>,
  changeType: ChangeType,
): boolean {
  return (window.changeTypes ?? DEFAULT_CHANGE_TYPES).includes(changeType);
}
