import { humanised } from '../words/fieldLabel';
import { textOf } from '../words/jsonValue';
import { lookup } from '../words/lookup';
import { wordLabel } from '../words/wordLabels';
import type { Located } from './locate';

const KINDS: Readonly<Record<string, string>> = {
  environments: 'environment',
  'environments.processes': 'process',
  addons: 'add-on',
  backups: 'backup',
  credentialLocations: 'credential location',
  domains: 'domain name',
  'requestPath.nodes': 'step of the request path',
  'requestPath.edges': 'arrow of the request path',
  'observability.logs': 'log stream',
  'observability.monitors': 'monitor',
  'observability.alerts': 'alert',
  'observability.channels': 'channel',
  procedures: 'procedure',
  policies: 'rule',
  checklists: 'checklist',
  'checklists.items': 'checklist item',
  conformance: 'answer to a checklist',
  platforms: 'platform',
  accounts: 'account',
  improvements: 'improvement',
  risks: 'risk',
  questions: 'open question',
  decisions: 'decision',
  behaviours: 'behaviour',
  jobs: 'job',
  runtimes: 'runtime',
  topologies: 'typical set-up',
  glossary: 'term',
  links: 'link',
  notes: 'note',
  'deployPolicy.audiences': 'audience',
};

/** What kind of thing it is, in words. */
export function kindWords({ list, item }: Located): string {
  if (list === 'addons' && textOf(item.category) !== undefined)
    return wordLabel(String(item.category));
  if (/\.(windows|freezes|busyHours)$/.test(list))
    return list.endsWith('freezes') ? 'freeze' : 'deploy window';
  return lookup(KINDS, list) ?? humanised(list.slice(list.lastIndexOf('.') + 1));
}
