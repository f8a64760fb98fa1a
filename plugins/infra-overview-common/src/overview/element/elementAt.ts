import { originOf, type InfraView } from '../../effective';
import { freshnessOf } from '../../freshness';
import type { Instant } from '../../time';
import { addonById, backupsOf } from '../databases';
import { activeItems } from '../facts';
import { fieldRows } from '../fields/fieldRows';
import { itemTitle } from '../itemTitle';
import { drawPath } from '../path/drawPath';
import { describeBackup } from '../words/describeBackup';
import { humanised } from '../words/fieldLabel';
import { present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import { aboutMatches } from './aboutMatches';
import { alertsFor } from './alertsFor';
import { credentialsFor } from './credentialsFor';
import { oneSentence } from './describeElement';
import type { ElementDetail, Mention } from './elementDetail';
import { kindWords } from './kindWords';
import { locate, type Located } from './locate';
import { relatedPaths } from './related';
import { usedBy, uses } from './usedBy';

/** Everything about one thing. A path of a field gives the item that has the field; an unknown path gives nothing. */
export function elementAt(view: InfraView, path: string, now: Instant): ElementDetail | undefined {
  const located = locate(view.document, path);
  if (located === undefined) return undefined;
  const paths = relatedPaths(view, located.path);
  const origin = originOf(view, located.path);
  const derived = origin?.derived === true || located.item.derived === true;
  return {
    path: located.path,
    title: titleOf(view, located),
    kind: kindWords(located),
    oneSentence: oneSentence(view, located),
    item: located.item,
    fields: fieldRows(located.item, located.path, view.origins, view.document),
    ...(origin !== undefined && { origin }),
    freshness: freshnessOf(origin?.verified, now, { derived }),
    usedBy: usedBy(view, paths),
    uses: uses(view, paths),
    backups: backupsFor(view, paths),
    credentials: credentialsFor(view, paths),
    alerts: alertsFor(view, paths),
    ...mentionsOf(view, paths),
  };
}

function titleOf(view: InfraView, { path, list, item }: Located): string {
  if (list === 'requestPath.nodes')
    return drawPath(view).steps.find(step => step.path === path)?.label ?? itemTitle(item);
  // A section that is no list has no name of its own.
  return path.endsWith(']') ? itemTitle(item, path) : humanised(path);
}

function backupsFor(view: InfraView, paths: readonly string[]): readonly Mention[] {
  const ids = paths.flatMap(path => /^addons\[(.+)\]$/.exec(path)?.[1] ?? []);
  return ids.flatMap(id => {
    const host = addonById(view.document, id)?.storedIn;
    return [
      ...backupsOf(view.document, id),
      ...(host === undefined ? [] : backupsOf(view.document, host)),
    ].map(backup => ({
      path: `backups[${backup.id}]`,
      title: itemTitle(backup),
      text: `${describeBackup(backup)}${backup.of === id ? '' : ` (of ${backup.of}, where the data lies)`}`,
    }));
  });
}

function mentionsOf(view: InfraView, paths: readonly string[]) {
  const { document } = view;
  const isAbout = ({ about }: { readonly about?: string | undefined }) =>
    paths.some(path => aboutMatches(document, about, path));
  return {
    improvements: activeItems(document.improvements)
      .filter(isAbout)
      .map(item => ({
        path: `improvements[${item.id}]`,
        title: itemTitle(item),
        text: present([
          item.status === undefined ? 'status not stated' : wordLabel(item.status),
          item.rationale,
        ]).join(': '),
      })),
    risks: activeItems(document.risks)
      .filter(isAbout)
      .map(item => ({
        path: `risks[${item.id}]`,
        title: item.statement ?? item.id,
        text: present([
          item.accepted === undefined ? 'open' : 'accepted',
          item.likelihood,
          item.impact,
          item.mitigation !== undefined && `against it: ${item.mitigation}`,
        ]).join('; '),
      })),
    questions: activeItems(document.questions)
      .filter(isAbout)
      .map(item => ({
        path: `questions[${item.id}]`,
        title: item.statement ?? item.id,
        text: item.answer === undefined ? 'open' : `answered: ${item.answer}`,
      })),
    notes: (document.notes ?? [])
      .filter(isAbout)
      .map(item => ({ path: `notes[${item.id}]`, title: itemTitle(item), text: item.text })),
  };
}
