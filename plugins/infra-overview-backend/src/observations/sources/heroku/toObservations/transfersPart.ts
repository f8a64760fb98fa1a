import type { ObservedFields, ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Addon, Transfer } from '../allowList';
import { identityOf } from './addonsPart';
import { fieldsOf, instantOf, NOTHING, type PartBody } from './part';

export type TransferKind = 'scheduled' | 'by-hand' | 'restore' | 'copy' | 'other';

/** A dump that goes to storage is a backup, one that comes from there a restore; from database to database is a copy. */
export function kindOf({ from_type: from, to_type: to, schedule }: Transfer): TransferKind {
  if (from === 'pg_dump' && to === 'pg_restore') return 'copy';
  if (from === 'pg_dump') return schedule ? 'scheduled' : 'by-hand';
  return to === 'pg_restore' ? 'restore' : 'other';
}

export interface TransfersSeen {
  readonly app: string;
  readonly transfers: readonly Transfer[];
  readonly databases: readonly Addon[];
  /** What is made by hand, or restored, is of this one. */
  readonly primary: Addon | undefined;
  /** Database by the uuid of its schedule. */
  readonly scheduledFor: ReadonlyMap<string, Addon>;
}

/** When the data was last backed up and last restored. A live copy proves neither. */
export function transfersPart(seen: TransfersSeen): PartBody {
  const finished = seen.transfers
    .filter(({ finished_at: at }) => instantOf(at) !== undefined)
    .sort((a, b) => Date.parse(b.finished_at ?? '') - Date.parse(a.finished_at ?? ''));
  const databaseOf = ({ schedule }: Transfer) =>
    (schedule && seen.scheduledFor.get(schedule.uuid)) ?? seen.primary;
  return {
    ...NOTHING,
    items: seen.databases.map((addon): ObservedItem => {
      const own = finished.filter(transfer => databaseOf(transfer)?.id === addon.id);
      return {
        list: 'addons',
        name: addon.name,
        fields: { ...identityOf(addon), ...lastBackup(own), ...lastRestore(own, seen.app) },
        sees: [],
        deepLink: `https://data.heroku.com/datastores/${addon.id}#durability`,
      };
    }),
  };
}

function lastBackup(finished: readonly Transfer[]): ObservedFields {
  const last = finished.find(transfer => ['scheduled', 'by-hand'].includes(kindOf(transfer)));
  if (!last) return {};
  return fieldsOf({
    'observed.lastBackup': instantOf(last.finished_at),
    'observed.lastBackupSucceeded': last.succeeded === true,
    'observed.lastBackupSize': last.processed_bytes ?? undefined,
    'observed.lastBackupName': nameOf(last),
  });
}

/** Transfers are listed with the app they went to. */
function lastRestore(finished: readonly Transfer[], app: string): ObservedFields {
  const last = finished.find(
    transfer => kindOf(transfer) === 'restore' && transfer.succeeded === true,
  );
  if (!last) return {};
  return fieldsOf({
    'observed.lastRestore': instantOf(last.finished_at),
    'observed.lastRestoreTo': app,
  });
}

const LETTERS: Readonly<Record<TransferKind, string>> = {
  scheduled: 'a',
  'by-hand': 'b',
  restore: 'r',
  copy: 'c',
  other: 'b',
};

/** As Heroku's command line shows it: a012. */
export function nameOf(transfer: Transfer): string {
  return `${LETTERS[kindOf(transfer)]}${String(transfer.num).padStart(3, '0')}`;
}
