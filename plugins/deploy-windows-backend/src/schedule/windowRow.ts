import type { DeployWindow } from 'backstage-plugin-deploy-windows-common/evaluator';
import { flagOf, given, numberOf, textOf, type Column } from '../database/columns';
import type { StoredWindow } from './WindowStore';

export type WindowRow = Readonly<Record<string, Column>>;

export function rowOf({
  id,
  window,
  isIncident,
  overAt,
  createdBy,
  createdAt,
  withdrawnAt,
  withdrawnBy,
}: StoredWindow): WindowRow {
  const [entityRef, environment] = splitLevel(window.level);
  const { environments, stages, scope } = window;
  const isScoped = environments !== undefined || stages !== undefined || scope !== undefined;
  const expiresAt = window.expiresAt ?? overAt;
  return {
    id,
    kind: window.kind,
    level_ref: entityRef,
    environment: environment ?? null,
    title: window.title,
    reason: window.reason ?? null,
    owner_ref: window.owner ?? createdBy,
    scope: isScoped ? JSON.stringify({ environments, stages, scope }) : null,
    change_types: json(window.changeTypes),
    schedule: JSON.stringify(window.schedule),
    time_zone: window.timeZone ?? null,
    holidays: json(window.holidays),
    hard: window.hard ?? false,
    incident: isIncident,
    overridable_by: json(window.overridableBy),
    audience: window.audience ?? null,
    expires_at: expiresAt ?? null,
    expiry_derived: window.expiresAt === undefined && overAt !== undefined,
    review_at: window.reviewAt ?? null,
    version: window.version,
    created_by: createdBy,
    created_at: createdAt,
    withdrawn_at: withdrawnAt ?? null,
    withdrawn_by: withdrawnBy ?? null,
  };
}

export function storedOf(row: WindowRow): StoredWindow {
  const isDerived = flagOf(row.expiry_derived);
  return {
    id: textOf(row.id),
    window: windowOf(row),
    isIncident: flagOf(row.incident),
    ...(isDerived && given('overAt', row.expires_at, numberOf)),
    createdBy: textOf(row.created_by),
    createdAt: numberOf(row.created_at),
    ...given('withdrawnAt', row.withdrawn_at, numberOf),
    ...given('withdrawnBy', row.withdrawn_by, textOf),
  };
}

/** A row that cannot be read is no window less: as a freeze it holds, as an allow it opens nothing. */
export function windowOf(row: WindowRow): DeployWindow & { readonly version: number } {
  const lost: string[] = [];
  const read = (name: string): unknown => {
    try {
      return JSON.parse(textOf(row[name]));
    } catch {
      lost.push(name);
      return undefined;
    }
  };
  const list = <Name extends keyof DeployWindow>(name: string, as: Name) =>
    given(as, row[name], () => read(name) as NonNullable<DeployWindow[Name]>);
  const environment =
    row.environment === null || row.environment === undefined ? '' : `#${row.environment}`;
  const scope = row.scope === null || row.scope === undefined ? {} : read('scope');
  const fields = {
    schedule: read('schedule') as NonNullable<DeployWindow['schedule']>,
    ...(scope as Pick<DeployWindow, 'environments' | 'stages' | 'scope'> | undefined),
    ...list('change_types', 'changeTypes'),
    ...list('holidays', 'holidays'),
    ...list('overridable_by', 'overridableBy'),
  };
  return {
    key: `db:${textOf(row.id)}`,
    kind: textOf(row.kind) as DeployWindow['kind'],
    title: textOf(row.title),
    level: `${textOf(row.level_ref)}${environment}`,
    origin: 'database',
    ...given('reason', row.reason, textOf),
    ...given('owner', row.owner_ref, textOf),
    version: numberOf(row.version),
    ...fields,
    ...given('timeZone', row.time_zone, textOf),
    ...(flagOf(row.hard) && { hard: true }),
    ...given('audience', row.audience, textOf),
    ...(!flagOf(row.expiry_derived) && given('expiresAt', row.expires_at, numberOf)),
    ...given('reviewAt', row.review_at, numberOf),
    ...(lost.length > 0 && {
      unreadable: { code: 'UNREADABLE' as const, message: `${lost.join(', ')} cannot be read` },
    }),
  };
}

/** `system:default/noipm#production` is an entity and an environment of it. */
export function splitLevel(level: string): readonly [string, string | undefined] {
  const mark = level.indexOf('#');
  return mark < 0 ? [level, undefined] : [level.slice(0, mark), level.slice(mark + 1)];
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
