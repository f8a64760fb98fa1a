import { itemPath, type Backup, type InfraDocument } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import type { Said } from './said';
import { notStated, otherFact, valueFact } from './values';

/** Copies of one store. A list that says nothing of the store is no word about it: only `backups: []` or `method: none` is. */
export function backupsOf(store: string, document: Said<InfraDocument>): Fact {
  const backups = document.at('backups');
  const wanted = notStated(`backups[of=${store}]`);
  if (backups.state === 'not-stated') return wanted;
  const fact = listFact(backups, backup =>
    backup.value?.of === store ? backupItem(backup, document) : [],
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

function backupItem(backup: Said<Backup>, document: Said<InfraDocument>) {
  const restoreTest = backup.at('lastRestoreTest');
  return factItem(backup, backup.value?.id ?? '', {
    method: valueFact(backup.at('method')),
    frequency: valueFact(backup.at('frequency')),
    retention: valueFact(backup.at('retention')),
    pitrWindow: valueFact(backup.at('pitr').at('window')),
    procedure: restoreProcedure(backup, document),
    pipeline: valueFact(backup.at('pipeline')),
    'lastRestoreTest.status': valueFact(restoreTest.at('status')),
    'lastRestoreTest.at': valueFact(restoreTest.at('at')),
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
