import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Addon, Schedule } from '../allowList';
import type { SeenDatabase } from './databasesPart';
import { fieldsOf, NOTHING, type PartBody } from './part';

const DAY = 86_400_000;

export interface DatabaseBackups extends SeenDatabase {
  readonly schedules: readonly Schedule[];
}

/** How the data of the databases is kept. With no database there are no backups of Heroku's either. */
export function backupsPart(databases: readonly DatabaseBackups[], now: number): PartBody {
  return {
    ...NOTHING,
    items: databases.flatMap(database => [
      ...continuous(database, now),
      ...database.schedules.map((schedule, index) => scheduled(database.addon, schedule, index)),
    ]),
    complete: ['backups'],
  };
}

function continuous({ addon, info }: SeenDatabase, now: number): readonly ObservedItem[] {
  if (info.pairs.get('Continuous Protection')?.toLowerCase() !== 'on') return [];
  return [
    {
      list: 'backups',
      name: `${addon.name}, continuous protection`,
      fields: fieldsOf({
        of: addon.name,
        method: 'continuous',
        'pitr.window': rollbackWindow(info.pairs.get('Rollback'), now),
      }),
      sees: ['method', 'pitr.window'],
    },
  ];
}

/** "earliest from 2026-11-20 09:12 UTC" in whole days before now. */
function rollbackWindow(rollback: string | undefined, now: number): string | undefined {
  const [, day, time] = /from (\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(rollback ?? '') ?? [];
  if (day === undefined) return undefined;
  const days = Math.round((now - Date.parse(`${day}T${time}Z`)) / DAY);
  return days > 0 ? `P${days}D` : undefined;
}

function scheduled(addon: Addon, schedule: Schedule, index: number): ObservedItem {
  const hour = String(schedule.hour).padStart(2, '0');
  return {
    list: 'backups',
    name: `${addon.name}, schedule ${index + 1}: ${hour}:00 ${schedule.timezone ?? 'UTC'}`,
    fields: fieldsOf({
      of: addon.name,
      // A scheduled backup of Heroku is a dump of the database.
      method: 'logical',
      frequency: frequencyOf(schedule),
      retention: retentionOf(schedule),
    }),
    sees: ['method', 'frequency', 'retention'],
  };
}

function frequencyOf({ days }: Schedule): string | undefined {
  if (!days || days.length >= 7) return 'P1D';
  return days.length === 1 ? 'P7D' : undefined;
}

/** How far back the oldest one reaches: a monthly one, else a weekly one. */
function retentionOf(schedule: Schedule): string | undefined {
  const months = schedule.retain_months ?? 0;
  const weeks = schedule.retain_weeks ?? 0;
  if (months > 0) return `P${months}M`;
  return weeks > 0 ? `P${weeks * 7}D` : undefined;
}
