import { itemPath, type Backup, type InfraDocument } from 'backstage-plugin-infra-overview-common';
import { frequencyFact, restoreTestFacts, type CopiesSeen } from './backupSight';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import type { Said } from './said';
import { latestSeen } from './seenFact';
import type { Surroundings } from './surroundings';
import { notStated, otherFact, valueFact } from './values';

export type BackupsAround = Pick<Surroundings, 'document' | 'view' | 'seen'>;

/** Copies of one store. A list that says nothing of the store is no word about it: only `backups: []` or `method: none` is. */
export function backupsOf(store: string, { document, view, seen }: BackupsAround): Fact {
  const backups = document.at('backups');
  const wanted = notStated(`backups[of=${store}]`);
  const about = { path: itemPath('addons', store), environment: view.environment };
  const copies = {
    backup: latestSeen(seen, { ...about, kind: 'last-backup' }),
    restore: latestSeen(seen, { ...about, kind: 'last-restore' }),
  };
  if (backups.state === 'not-stated') return wanted;
  const fact = listFact(backups, backup =>
    backup.value?.of === store ? backupItem(backup, document, copies) : [],
  );
  if (fact.state !== 'list' || fact.items.length > 0) return fact;
  const refusal = refusedCopy(backups, store);
  if (refusal !== undefined) return otherFact(refusal);
  return backups.value?.length === 0 ? fact : wanted;
}

/** An inherited copy that the project refuses, with its reason. */
function refusedCopy(backups: Said<readonly Backup[]>, store: string): Said<Backup> | undefined {
  const refused = backups.value?.find(
    ({ of, notNeeded }) => of === store && notNeeded !== undefined,
  );
  if (refused === undefined) return undefined;
  return backups.refused.find(({ path }) => path === itemPath(backups.path, refused.id));
}

function backupItem(backup: Said<Backup>, document: Said<InfraDocument>, copies: CopiesSeen) {
  return factItem(backup, backup.value?.id ?? '', {
    method: valueFact(backup.at('method')),
    frequency: frequencyFact(backup, copies),
    retention: valueFact(backup.at('retention')),
    pitrWindow: valueFact(backup.at('pitr').at('window')),
    procedure: restoreProcedure(backup, document),
    pipeline: valueFact(backup.at('pipeline')),
    ...restoreTestFacts(backup, copies),
  });
}

/** Its own; else the procedure for restoring, whatever it is of. */
function restoreProcedure(backup: Said<Backup>, document: Said<InfraDocument>): Fact {
  const own = backup.at('procedure');
  if (own.state !== 'not-stated') return valueFact(own);
  const [restore] = document
    .at('procedures')
    .items.filter(({ value }) => value?.kind === 'restore')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return restore ? valueFact(restore.at('id')) : otherFact(own);
}
