import { itemPath, type Addon, type Procedure } from '../../document';
import type { InfraView } from '../../effective';
import type { ObservedFact } from '../../observed';
import { addonById, backupsOf, isVolatile } from '../databases';
import { activeItems } from '../facts';
import { itemTitle } from '../itemTitle';
import { describeBackup, describeRestoreTest } from '../words/describeBackup';
import { describeDuration } from '../words/describeDuration';
import { describeInstances, isSingle } from '../words/describeInstances';
import { describeParties, describeParty } from '../words/describeParty';
import { asSentence, capitalised, counted, present } from '../words/sentence';
import type { RecoveryStep } from './failure';
import type { Part } from './parts';
import { softnessOf, takesOver } from './softness';

export interface Recovery {
  readonly steps: readonly RecoveryStep[];
  /** The gist, for the sentence. */
  readonly said: readonly string[];
  readonly unknown: readonly { readonly path: string; readonly question: string }[];
}

const FACTS = new Set(['last-backup', 'last-restore', 'restores-to', 'state', 'last-deploy']);

/** The way back: what takes over, what is kept, how it is brought back and by whom, what was seen of it. */
export function recoveryOf(
  view: InfraView,
  parts: readonly Part[],
  facts: readonly ObservedFact[],
): Recovery {
  const found: Writable = { steps: [], said: [], unknown: [] };
  for (const part of parts) {
    if (part.addon !== undefined) addonBack(view, part, part.addon, found);
    if (part.process !== undefined) processBack(part, part.process, found);
    if (part.kind === 'platform') platformBack(view, part, found);
    if (part.kind === 'credential') credentialBack(view, part, found);
    for (const fact of facts) {
      if (fact.path !== part.path || !FACTS.has(fact.kind)) continue;
      if (fact.environment !== undefined && fact.environment !== view.environment) continue;
      const text = asSentence(fact.words);
      found.steps.push({ title: `Seen by ${fact.source}`, text, path: fact.path });
      if (fact.kind.startsWith('last-')) found.said.push(text);
    }
  }
  procedures(view, parts, found);
  return found;
}

interface Writable {
  readonly steps: RecoveryStep[];
  readonly said: string[];
  readonly unknown: { path: string; question: string }[];
}

function addonBack(view: InfraView, part: Part, addon: Addon, found: Writable): void {
  const failover = failoverWords(addon);
  if (failover !== undefined) {
    found.steps.push({ title: 'Failover', text: failover, path: part.key });
    found.said.push(failover);
  }
  const isCarrying = softnessOf(part) === 'carries';
  if (isCarrying && addon.availability?.failover === undefined && takesOver(part) === undefined)
    found.unknown.push({
      path: `${part.key}.availability.failover`,
      question: `Does anything take over from ${part.title}?`,
    });
  const store = storeOf(view, addon);
  if (store.id !== addon.id)
    found.steps.push({
      title: 'Where its data lies',
      text: `In ${itemTitle(store)}: what holds for that holds here`,
      path: itemPath('addons', store.id),
    });
  backupsBack(view, store, found);
}

function failoverWords({ availability = {} }: Addon): string | undefined {
  const { failover, redundancy, replicas } = availability;
  const copy = redundancy === 'replica' || (replicas ?? 0) > 0;
  switch (failover) {
    case 'automatic':
      return 'Fails over by itself, says the document.';
    case 'manual':
      return 'Failover by hand: somebody has to switch to the other copy.';
    case 'none':
      return 'No failover.';
    case undefined:
      if (redundancy === 'managed') return 'Its vendor keeps copies of it.';
      if (redundancy === 'multi-zone' || redundancy === 'multi-region')
        return `Runs in several ${redundancy === 'multi-zone' ? 'zones' : 'regions'}; that one takes over is not stated.`;
      if (copy) return 'A replica is named, nothing says that it takes over.';
      return redundancy === 'none' ? 'There is no second copy.' : undefined;
    default:
      throw new Error(failover satisfies never);
  }
}

/** Where the data is in the end. A circle ends where it began. */
function storeOf(view: InfraView, addon: Addon): Addon {
  let store = addon;
  for (const seen = new Set<string>(); !seen.has(store.id);) {
    seen.add(store.id);
    store = addonById(view.document, store.storedIn) ?? store;
  }
  return store;
}

function backupsBack(view: InfraView, store: Addon, found: Writable): void {
  const backups = backupsOf(view.document, store.id);
  if (backups.length === 0) {
    if (!isVolatile(store)) return;
    found.said.push('No backup is stated.');
    found.unknown.push({
      path: `backups[of=${store.id}]`,
      question: `Is ${itemTitle(store)} backed up, and how far back?`,
    });
    return;
  }
  for (const backup of backups) {
    const path = itemPath('backups', backup.id);
    const words = capitalised(describeBackup(backup));
    found.steps.push({
      title: backup.method === 'none' ? 'No backup' : 'Backup',
      text: present([
        backup.method === 'none' ? 'What it held is lost' : words,
        backup.lastRestoreTest && `restore test: ${describeRestoreTest(backup.lastRestoreTest)}`,
        backup.offsite === true && 'kept with another provider or region',
      ]).join('; '),
      path,
    });
    found.said.push(backup.method === 'none' ? 'It has no backup.' : asSentence(words));
  }
  const kept = backups.filter(({ method }) => method !== 'none');
  const [first] = kept;
  if (first !== undefined && kept.every(({ lastRestoreTest }) => lastRestoreTest === undefined))
    found.unknown.push({
      path: `${itemPath('backups', first.id)}.lastRestoreTest`,
      question: 'Was a restore ever tried, and how long does it take?',
    });
}

const PROCESS_FAILOVER = {
  automatic: 'Fails over by itself, says the document.',
  manual: 'Failover by hand: somebody has to start another one.',
  none: 'No failover.',
} as const;

function processBack(part: Part, process: NonNullable<Part['process']>, found: Writable): void {
  const { failover, instances, name } = process;
  if (failover !== undefined) {
    const words = PROCESS_FAILOVER[failover];
    found.steps.push({ title: 'Failover', text: words, path: part.key });
    found.said.push(words);
  } else {
    found.unknown.push({
      path: `${part.key}.failover`,
      question: `Does another ${name} start by itself?`,
    });
  }
  if (instances !== undefined && !isSingle(instances))
    found.steps.push({
      title: 'Instances',
      text: `Runs as ${describeInstances(instances)}: losing one is not losing all of them`,
      path: part.key,
    });
}

function platformBack(view: InfraView, part: Part, found: Writable): void {
  const item = activeItems(view.document.platforms).find(
    ({ id }) => itemPath('platforms', id) === part.key,
  );
  found.steps.push({
    title: 'Wait or move',
    text: present([
      `${part.title} repairs it; nothing stated can run elsewhere at once`,
      item?.contact !== undefined && `ask ${describeParty(item.contact)}`,
    ]).join('; '),
    ...(part.path !== undefined && { path: part.path }),
  });
  const offsite = activeItems(view.document.backups).filter(backup => backup.offsite === true);
  for (const backup of offsite)
    found.steps.push({
      title: 'Backup elsewhere',
      text: capitalised(describeBackup(backup)),
      path: itemPath('backups', backup.id),
    });
  if (offsite.length === 0)
    found.unknown.push({
      path: 'backups[].offsite',
      question: `Is a backup kept outside ${part.title}?`,
    });
}

function credentialBack(view: InfraView, part: Part, found: Writable): void {
  const location = activeItems(view.document.credentialLocations).find(
    ({ id }) => itemPath('credentialLocations', id) === part.key,
  );
  const { access = [], rotation } = location ?? {};
  if (access.length > 0)
    found.steps.push({ title: 'Who can read it', text: describeParties(access), path: part.key });
  else found.unknown.push({ path: `${part.key}.access`, question: 'Who can make a new one?' });
  if (rotation?.cadence !== undefined)
    found.steps.push({
      title: 'Rotation',
      text: `Every ${describeDuration(rotation.cadence)}: the way to a new one is known`,
      path: part.key,
    });
}

// A restore brings data back, an incident procedure anything.
function procedures(view: InfraView, parts: readonly Part[], found: Writable): void {
  const holdsData = parts.some(
    ({ addon }) => addon !== undefined && isVolatile(storeOf(view, addon)),
  );
  const named = new Set(
    parts.flatMap(({ addon }) =>
      addon === undefined
        ? []
        : backupsOf(view.document, storeOf(view, addon).id).flatMap(
            ({ procedure }) => procedure ?? [],
          ),
    ),
  );
  const fits = ({ id, kind }: Procedure) =>
    named.has(id) || kind === 'incident' || (holdsData && kind === 'restore');
  const ways = activeItems(view.document.procedures).filter(fits);
  for (const way of ways) {
    found.steps.push({
      title: itemTitle(way),
      text: present([
        counted(way.steps?.length ?? 0, 'step'),
        way.who !== undefined && way.who.length > 0 && `by ${describeParties(way.who)}`,
        way.duration !== undefined && `takes ${describeDuration(way.duration)}`,
      ]).join(', '),
      path: itemPath('procedures', way.id),
    });
    if (way.who === undefined)
      found.unknown.push({
        path: `${itemPath('procedures', way.id)}.who`,
        question: `Who may do ${itemTitle(way)}?`,
      });
  }
  const isRestore = ways.some(({ id, kind }) => kind === 'restore' || named.has(id));
  if (holdsData && !isRestore) {
    found.said.push('No restore procedure is stated.');
    found.unknown.push({
      path: 'procedures[kind=restore]',
      question: 'How is it restored, and by whom?',
    });
  } else if (ways.length === 0 && parts.some(part => softnessOf(part) === 'carries')) {
    found.unknown.push({
      path: 'procedures[kind=incident]',
      question: 'What is done first, and by whom?',
    });
  }
}
