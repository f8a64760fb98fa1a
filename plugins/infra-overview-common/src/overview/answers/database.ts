import type { Addon, InfraDocument } from '../../document';
import type { InfraView } from '../../effective';
import type { Instant } from '../../time';
import { databasesOf, volatileAddons } from '../databases';
import { standingOf } from '../facts';
import { itemTitle } from '../itemTitle';
import { toneOfState } from '../words/emptiness';
import { counted, inWords } from '../words/sentence';
import type { Answer, AnswerLine } from './answer';
import { backupLines, failoverLine, restoreLines } from './dataLines';

/** What holds the data, what happens when it stops, and what is kept of it. */
export function database(view: InfraView, now: Instant): Answer {
  return { id: 'database', title: 'Database and last backup', lines: describe(view.document, now) };
}

function describe(document: InfraDocument, now: Instant): AnswerLine[] {
  const databases = databasesOf(document);
  if (databases.length === 0) return [noDatabase(document), ...dataLines(document, now)];
  const headline: AnswerLine = {
    text: inWords(databases.map(describeDatabase)),
    tone: 'neutral',
    path: databases.length === 1 ? `addons[${databases[0]?.id}]` : 'addons[category=database]',
  };
  return [headline, ...dataLines(document, now)];
}

function noDatabase(document: InfraDocument): AnswerLine {
  const standing = standingOf(document.addons);
  if (standing.state === 'not-needed')
    return { text: standing.text, tone: 'neutral', path: 'addons' };
  // Add-ons are listed and none is a database: a project may well have none.
  if (standing.state === 'stated')
    return { text: 'no database is listed', tone: 'neutral', path: 'addons' };
  return {
    text: standing.text,
    tone: standing.state === 'none' ? 'neutral' : toneOfState(standing.state),
    path: 'addons',
  };
}

/** Add-ons that hold data, the databases first. */
function dataLines(document: InfraDocument, now: Instant): AnswerLine[] {
  const databases = databasesOf(document);
  const others = volatileAddons(document).filter(addon => !databases.includes(addon));
  const named = databases.length + others.length > 1;
  const keptLines = (addon: Addon, name: string) => [
    ...backupLines(document, addon, name),
    ...restoreLines(document, addon, name, now),
  ];
  const prefix = (addon: Addon) => (named ? `${itemTitle(addon)}: ` : '');
  return [
    ...databases.flatMap(addon => [
      failoverLine(addon, prefix(addon)),
      ...keptLines(addon, prefix(addon)),
    ]),
    ...others.flatMap(addon => keptLines(addon, `${itemTitle(addon)}: `)),
  ];
}

/** 'Heroku PostgreSQL, one instance'. */
export function describeDatabase(addon: Addon): string {
  const { instances, replicas } = addon.availability ?? {};
  const plan = addon.plan === undefined ? '' : ` ${addon.plan}`;
  const size =
    instances === undefined
      ? ''
      : `, ${instances === 1 ? 'one instance' : counted(instances, 'instance')}`;
  const copies =
    replicas === undefined
      ? ''
      : `, ${replicas === 0 ? 'no replica' : counted(replicas, 'replica')}`;
  return `${itemTitle(addon)}${plan}${size}${copies}`;
}
