import { itemsOf, type Addon, type Backup, type InfraDocument } from '../../document';
import { dateStart, type Instant } from '../../time';
import { backupsOf } from '../databases';
import { activeItems, standingOf } from '../facts';
import type { Tone } from '../tone';
import { describeBackup, describeRestoreTest } from '../words/describeBackup';
import { NOT_STATED } from '../words/emptiness';
import type { AnswerLine } from './answer';

// A restore that was proven this long ago proves little.
const OLD = 365 * 86_400_000;

/** What happens when the database stops. */
export function failoverLine(addon: Addon, name: string): AnswerLine {
  const { failover, redundancy } = addon.availability ?? {};
  const path = `addons[${addon.id}].availability.failover`;
  if (failover === 'automatic') return { text: `${name}fails over by itself`, tone: 'good', path };
  if (failover === 'manual')
    return { text: `${name}a person has to switch over`, tone: 'warning', path };
  if (failover === 'none' || redundancy === 'none')
    return { text: `${name}no failover`, tone: 'bad', path };
  if (redundancy === 'managed')
    return { text: `${name}copies are kept by the vendor`, tone: 'good', path };
  return { text: `${name}failover ${NOT_STATED}`, tone: 'unknown', path };
}

/** What is kept of an add-on's data, one line a backup; without backups, which kind of nothing it is. */
export function backupLines(
  document: InfraDocument,
  addon: Addon,
  name: string,
): readonly AnswerLine[] {
  const backups = backupsOf(document, addon.id);
  if (backups.length === 0) return [noBackup(document, addon, name)];
  const kept = backups.filter(({ method }) => method !== 'none');
  const lines = backups
    .filter(({ method }) => method !== 'none' || kept.length === 0)
    .map(backup => ({
      text: `${name}${describeBackup(backup)}`,
      tone: toneOf(backup),
      path: `backups[${backup.id}]`,
    }));
  return lines;
}

function toneOf({ method }: Backup): Tone {
  if (method === undefined) return 'unknown';
  return method === 'none' ? 'bad' : 'good';
}

function noBackup(document: InfraDocument, addon: Addon, name: string): AnswerLine {
  const { state, text } = standingOf(document.backups);
  const refused = refusedReason(itemsOf(document.backups), addon);
  if (refused !== undefined)
    return { text: `${name}backup ${refused}`, tone: 'neutral', path: 'backups' };
  if (state === 'none') return { text: `${name}no backup`, tone: 'bad', path: 'backups' };
  if (state === 'not-needed')
    return { text: `${name}backup ${text}`, tone: 'neutral', path: 'backups' };
  return { text: `${name}backup ${NOT_STATED}`, tone: 'unknown', path: `backups[of=${addon.id}]` };
}

function refusedReason(backups: readonly Backup[], addon: Addon): string | undefined {
  const reason = backups.find(
    backup => backup.of === addon.id && backup.notNeeded !== undefined,
  )?.notNeeded;
  return reason === undefined ? undefined : `not needed: ${reason}`;
}

/** Whether the data was ever brought back. Nothing to say without a backup. */
export function restoreLines(
  document: InfraDocument,
  addon: Addon,
  name: string,
  now: Instant,
): readonly AnswerLine[] {
  const kept = backupsOf(document, addon.id).filter(({ method }) => method !== 'none');
  return kept.length === 0
    ? []
    : [restoreTestLine(kept, name, now), ...procedureLines(document, kept, name)];
}

function restoreTestLine(backups: readonly Backup[], name: string, now: Instant): AnswerLine {
  const tested = backups.filter(backup => backup.lastRestoreTest !== undefined);
  const latest = tested.toSorted((a, b) =>
    (b.lastRestoreTest?.at ?? '').localeCompare(a.lastRestoreTest?.at ?? ''),
  )[0];
  const [first] = backups;
  const label = `${name}last restore test`;
  if (latest?.lastRestoreTest === undefined) {
    return {
      text: `${label} ${NOT_STATED}`,
      tone: 'unknown',
      path: `backups[${first?.id ?? ''}].lastRestoreTest`,
    };
  }
  const { status, at } = latest.lastRestoreTest;
  const testedAt = at === undefined ? undefined : dateStart(at);
  const old = status === 'passed' && testedAt !== undefined && now - testedAt > OLD;
  const text = `${label}: ${describeRestoreTest(latest.lastRestoreTest)}${old ? ', more than a year ago' : ''}`;
  const tone = status === 'passed' ? toneOfPassed(at, old) : 'bad';
  return { text, tone, path: `backups[${latest.id}].lastRestoreTest` };
}

function toneOfPassed(at: string | undefined, old: boolean): Tone {
  return at === undefined || old ? 'warning' : 'good';
}

function procedureLines(
  document: InfraDocument,
  backups: readonly Backup[],
  name: string,
): AnswerLine[] {
  const written = activeItems(document.procedures).some(
    ({ id, kind }) => kind === 'restore' || backups.some(backup => backup.procedure === id),
  );
  if (written) return [];
  return [
    {
      text: `${name}restore procedure ${NOT_STATED}`,
      tone: 'unknown',
      path: 'procedures[kind=restore]',
    },
  ];
}
