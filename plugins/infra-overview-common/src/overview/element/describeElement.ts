import type { JsonObject } from '@backstage/types';
import type {
  Account,
  Addon,
  Alert,
  Backup,
  CredentialLocation,
  DeclaredWindow,
  DomainName,
  Environment,
  Platform,
  Policy,
  Procedure,
  Process,
} from '../../document';
import type { InfraView } from '../../effective';
import { stageOf } from '../../effective';
import { addonName } from '../databases';
import { statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import { drawPath } from '../path/drawPath';
import { describeBackup } from '../words/describeBackup';
import { describeDeploy } from '../words/describeDeploy';
import { describeDuration, describeFrequency } from '../words/describeDuration';
import { describeHosting } from '../words/describeHosting';
import { describeProcess } from '../words/describeProcesses';
import { describeWindow } from '../words/describeWindow';
import { NOT_STATED } from '../words/emptiness';
import { textOf } from '../words/jsonValue';
import { productName } from '../words/productName';
import { asSentence, counted, present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import { describeAlert } from './alertsFor';
import { describeLocation } from './credentialsFor';
import type { Located } from './locate';

/** One sentence that tells a stranger what the thing is. */
export function oneSentence(view: InfraView, located: Located): string {
  return asSentence(describe(view, located));
}

// The reader has given each list items of its own type; the path says which.
function describe(view: InfraView, { list, item, path }: Located): string {
  const as = <T>() => item as unknown as T;
  switch (list) {
    case 'environments':
      return environment(as<Environment>());
    case 'environments.processes':
      return `${describeProcess(as<Process>())}${textOf(item.role) === undefined ? '' : `, ${wordLabel(String(item.role))} process`}`;
    case 'addons':
      return addon(view, as<Addon>());
    case 'backups':
      return backup(view, as<Backup>());
    case 'credentialLocations':
      return `${itemTitle(item)}: ${describeLocation(as<CredentialLocation>())}. Values are never stored here`;
    case 'domains':
      return domain(as<DomainName>());
    case 'requestPath.nodes':
      return drawPath(view).steps.find(step => step.path === path)?.sentence ?? itemTitle(item);
    case 'observability.alerts':
      return describeAlert(as<Alert>());
    case 'procedures':
      return procedure(as<Procedure>());
    case 'policies':
      return policy(as<Policy>());
    case 'platforms':
      return platform(as<Platform>());
    case 'accounts':
      return account(as<Account>());
    default:
      if (/\.(windows|freezes|busyHours)$/.test(list))
        return describeWindow(as<DeclaredWindow>(), view.document.deployPolicy?.timeZone);
      return anything(item);
  }
}

function environment(item: Environment): string {
  const { stage, guessed } = stageOf(item);
  const kind = `${wordLabel(stage)}${guessed ? ', guessed from the name' : ''}`;
  const name = stage === item.name ? item.name : `${item.name} (${kind})`;
  const hosting = describeHosting(item.hosting ?? {});
  const deploy = statedBlock(item.deploy);
  return present([
    `${name}: ${hosting === '' ? `hosting ${NOT_STATED}` : `runs on ${hosting}`}`,
    deploy !== undefined && `deploys: ${describeDeploy(deploy)}`,
  ]).join('; ');
}

function addon(view: InfraView, item: Addon): string {
  const what = item.category === undefined ? 'add-on' : wordLabel(item.category);
  const stored =
    item.storedIn === undefined
      ? undefined
      : `keeps its data in ${addonName(view.document, item.storedIn)}`;
  return present([
    `${itemTitle(item)} (${what}): ${item.purpose ?? `purpose ${NOT_STATED}`}`,
    stored,
  ]).join('; ');
}

function backup(view: InfraView, item: Backup): string {
  const of =
    item.of === undefined ? `what it backs up is ${NOT_STATED}` : addonName(view.document, item.of);
  return `${of}: ${describeBackup(item)}`;
}

function domain(item: DomainName): string {
  const kind = item.kind === undefined ? 'kind not stated' : wordLabel(item.kind);
  return `${item.host ?? `name ${NOT_STATED}`} (${kind})`;
}

function procedure({ kind, title, steps = [], duration, downtime }: Procedure): string {
  return present([
    `${title ?? `${kind === undefined ? 'procedure' : wordLabel(kind)}`}: ${steps.length === 0 ? `steps ${NOT_STATED}` : counted(steps.length, 'step')}`,
    duration !== undefined && `duration: ${describeDuration(duration)}`,
    downtime !== undefined && `downtime: ${describeDuration(downtime)}`,
  ]).join(', ');
}

function policy({ level, statement, title }: Policy & { readonly title?: string }): string {
  const text = statement ?? title ?? `rule ${NOT_STATED}`;
  return level === undefined ? text : `${wordLabel(level)}: ${text}`;
}

function platform({ id, title, status, useWhen }: Platform): string {
  const name = id === '*' ? 'every other platform' : (title ?? productName(id));
  return present([
    `${name}: ${status ?? `standing ${NOT_STATED}`}`,
    useWhen && `use it for ${useWhen}`,
  ]).join('; ');
}

function account({ id, kind, provider, purpose, wipe }: Account): string {
  return present([
    `${id}: ${present([kind, 'account', provider !== undefined && `with ${productName(provider)}`]).join(' ')}`,
    purpose,
    wipe !== undefined && `contents are deleted ${describeFrequency(wipe)}`,
  ]).join('; ');
}

function anything(item: JsonObject): string {
  const title = itemTitle(item);
  for (const key of [
    'statement',
    'meaning',
    'decision',
    'purpose',
    'what',
    'text',
    'useWhen',
    'version',
  ]) {
    const text = textOf(item[key]);
    if (text !== undefined) return text === title ? text : `${title}: ${text}`;
  }
  return title;
}
