import type {
  Addon,
  Alert,
  Backup,
  CredentialLocation,
  DomainName,
  Improvement,
  LogStream,
  Monitor,
  Risk,
} from '../../document';
import type { EffectiveInfra, InfraView } from '../../effective';
import { describeTarget, targetsOf } from '../alertRoutes';
import { addonName } from '../databases';
import { activeItems, statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import { describeBackup } from '../words/describeBackup';
import { inWords, present } from '../words/sentence';
import { storeLabel, wordLabel } from '../words/wordLabels';
import { listCell, wordsCell, type CellWords } from './cell';
import type { RowReader } from './rowReader';

export const serviceReaders: readonly RowReader[] = [
  { id: 'addons', label: 'Add-ons', read: readAddons },
  { id: 'backups', label: 'Backups', read: readBackups },
  { id: 'logs', label: 'Logs captured', read: readLogs },
  { id: 'log-stores', label: 'Logs go to', read: readLogStores },
  { id: 'monitors', label: 'Monitors', read: readMonitors },
  { id: 'alerts', label: 'Alerts', read: readAlerts },
  { id: 'domains', label: 'Domains', read: readDomains },
  { id: 'tls', label: 'TLS', read: readTls },
  { id: 'credentials', label: 'Credentials', read: readCredentials },
  { id: 'risks', label: 'Risks here', read: readRisks },
  { id: 'improvements', label: 'Improvements here', read: readImprovements },
];

function readAddons(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly Addon[]) =>
    items.map(item => present([itemTitle(item), item.plan]).join(' ')).join(', ');
  return listCell(view.document.addons, document.addons, words, 'addons');
}

function readBackups(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly Backup[]) => backupWords(view, items);
  return listCell(view.document.backups, document.backups, words, 'backups');
}

// One store with several backups is named once.
function backupWords({ document }: InfraView, backups: readonly Backup[]): string {
  const stores = present(backups.map(({ of }) => of));
  if (stores.length < 2) return backups.map(describeBackup).join('; ');
  const groups = stores.map(store => {
    const own = backups.filter(({ of }) => of === store).map(describeBackup);
    return `${addonName(document, store)}: ${own.join(' and ')}`;
  });
  return groups.join('; ');
}

function readLogs(view: InfraView, { document }: EffectiveInfra): CellWords {
  const path = 'observability.logs';
  const words = (items: readonly LogStream[]) =>
    inWords(present(items.flatMap(({ captures = [] }) => captures.map(captureWords))));
  const cell = listCell(
    view.document.observability?.logs,
    document.observability?.logs,
    words,
    path,
  );
  return cell.fact === 'stated' ? wordsCell(cell.text, path) : cell;
}

function captureWords(capture: string): string {
  return ['request', 'response', 'error'].includes(capture) ? `${capture}s` : capture;
}

function readLogStores(view: InfraView, { document }: EffectiveInfra): CellWords {
  const path = 'observability.logs';
  const words = (items: readonly LogStream[]) =>
    inWords(present(items.flatMap(({ to = [] }) => to.map(id => addonName(view.document, id)))));
  const cell = listCell(
    view.document.observability?.logs,
    document.observability?.logs,
    words,
    path,
  );
  return cell.fact === 'stated' ? wordsCell(cell.text, path) : cell;
}

function readMonitors(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly Monitor[]) =>
    items
      .map(({ id, kind, target }) =>
        present([kind === undefined ? id : wordLabel(kind), target]).join(': '),
      )
      .join('; ');
  return listCell(
    view.document.observability?.monitors,
    document.observability?.monitors,
    words,
    'observability.monitors',
  );
}

function readAlerts(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly Alert[]) =>
    items
      .map(item =>
        present([itemTitle(item), inWords(targetsOf(item).map(describeTarget))]).join(' to '),
      )
      .join('; ');
  return listCell(
    view.document.observability?.alerts,
    document.observability?.alerts,
    words,
    'observability.alerts',
  );
}

function readDomains(view: InfraView, { document }: EffectiveInfra): CellWords {
  return listCell(
    view.document.domains,
    document.domains,
    items => numbered(items.map(domainWords)).join(', '),
    'domains',
  );
}

// Two names that were both lost in the source read the same.
function numbered(words: readonly string[]): readonly string[] {
  return present(words).map(word => {
    const times = words.filter(other => other === word).length;
    return times === 1 ? word : `${word} ×${times}`;
  });
}

function domainWords({ host, kind, id }: DomainName): string {
  if (host !== undefined) return host;
  return `${kind === undefined ? id : wordLabel(kind)} (name not stated)`;
}

function readTls(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly DomainName[]) => present(items.map(tlsWords)).join('; ');
  const cell = listCell(view.document.domains, document.domains, words, 'domains[].tls');
  return cell.fact === 'stated' ? wordsCell(cell.text, 'domains[].tls') : cell;
}

function tlsWords(domain: DomainName): string | undefined {
  const name = domain.host ?? domain.id;
  if (domain.tls === 'none') return `${name}: none`;
  const tls = statedBlock(domain.tls);
  if (tls === undefined) return undefined;
  const words = present([
    tls.source,
    tls.autoRenew !== undefined && (tls.autoRenew ? 'renews by itself' : 'renewed by hand'),
    tls.redirectHttp !== undefined &&
      (tls.redirectHttp ? 'HTTP is redirected' : 'HTTP is not redirected'),
    tls.hsts !== undefined && (tls.hsts ? 'HSTS' : 'no HSTS'),
  ]);
  return words.length === 0 ? undefined : `${name}: ${words.join(', ')}`;
}

function readCredentials(view: InfraView, { document }: EffectiveInfra): CellWords {
  const words = (items: readonly CredentialLocation[]) =>
    present(items.map(({ store, holder }) => (store ? storeLabel(store) : holder))).join(', ');
  const cell = listCell(
    view.document.credentialLocations,
    document.credentialLocations,
    words,
    'credentialLocations',
  );
  return cell.fact === 'stated' ? wordsCell(cell.text, 'credentialLocations') : cell;
}

// Only what speaks of some environments: what holds everywhere has a section of its own.
const isScoped = (item: Risk | Improvement) =>
  item.environments !== undefined || item.stages !== undefined;

function readRisks(view: InfraView): CellWords {
  const risks = activeItems(view.document.risks).filter(isScoped);
  return wordsCell(risks.map(item => itemTitle(item)).join('; '), 'risks');
}

function readImprovements(view: InfraView): CellWords {
  const improvements = activeItems(view.document.improvements).filter(isScoped);
  return wordsCell(improvements.map(item => itemTitle(item)).join('; '), 'improvements');
}
