import type { InfraView } from '../../effective';
import { describeHosting, itemTitle } from '../../overview';
import { isNotNeeded } from '../../document';
import { oneSentence } from '../../overview/element/describeElement';
import { notNeededText, NONE } from '../../overview/words/emptiness';
import { humanised } from '../../overview/words/fieldLabel';
import { kindTitle } from '../kindTitle';
import type { Candidate } from './candidates';

/** "Add-on PostgreSQL", "Environment production, runs on", "Backups" */
export function candidateTitle({ path, list, item }: Candidate): string {
  if (list === 'environments') return `Environment ${itemTitle(item ?? {})}, runs on`;
  const isItem = path.endsWith(']');
  const section = humanised(list.slice(list.lastIndexOf('.') + 1));
  if (!isItem) return section;
  return `${kindTitle(list)} ${itemTitle(item ?? {}, path)}`;
}

/** What is to be confirmed; a block of many fields speaks through its card. */
export function candidateValue(view: InfraView, { path, list, item, value }: Candidate): string {
  if (isNotNeeded(value)) return notNeededText(value.notNeeded);
  if (item === undefined) return NONE;
  if (list === 'environments') {
    return describeHosting(value as Parameters<typeof describeHosting>[0]);
  }
  return path.endsWith(']') ? oneSentence(view, { list, item, path }) : '';
}
