import type { InfraDocument } from '../../document';
import type { Instant } from '../../time';
import { backupLines, failoverLine, restoreLines } from '../answers/dataLines';
import { describeDatabase } from '../answers/database';
import { databasesOf, volatileAddons } from '../databases';
import { standingOf } from '../facts';
import { itemTitle } from '../itemTitle';
import { NOT_STATED } from '../words/emptiness';
import { inWords } from '../words/sentence';
import { ranked, worst } from './ranked';
import type { Ranked } from './row';

/** The databases in words, with the tone of what happens when the weakest stops. */
export function databaseColumn(document: InfraDocument): Ranked {
  const databases = databasesOf(document);
  if (databases.length === 0) return emptyColumn(document, 'no database listed');
  const failover = worst(databases.map(addon => failoverLine(addon, '')));
  return ranked(
    `${inWords(databases.map(describeDatabase))}; ${failover?.text ?? NOT_STATED}`,
    failover?.tone ?? 'unknown',
  );
}

/** The worst kept of everything that holds data. */
export function backupColumn(document: InfraDocument): Ranked {
  const holders = volatileAddons(document);
  if (holders.length === 0) return emptyColumn(document, 'nothing that holds data is listed');
  const lines = holders.flatMap(addon => {
    const own = backupLines(document, addon, holders.length > 1 ? `${itemTitle(addon)}: ` : '');
    // Several backups of one store add up: the best of them counts, and all are said.
    const tone = own.some(line => line.tone === 'good') ? 'good' : (worst(own)?.tone ?? 'unknown');
    return [{ text: own.map(line => line.text).join('; '), tone } as const];
  });
  const shown = worst(lines);
  return ranked(shown?.text ?? NOT_STATED, shown?.tone ?? 'unknown');
}

/** Whether data was ever brought back. */
export function restoreColumn(document: InfraDocument, now: Instant): Ranked {
  const lines = volatileAddons(document).flatMap(addon =>
    restoreLines(document, addon, '', now).slice(0, 1),
  );
  const shown = worst(lines);
  if (shown !== undefined)
    return ranked(shown.text.replace(/^last restore test:? /, ''), shown.tone);
  const backup = backupColumn(document);
  return backup.tone === 'bad'
    ? ranked('none: there is no backup', 'bad')
    : ranked(NOT_STATED, backup.tone === 'neutral' ? 'neutral' : 'unknown');
}

function emptyColumn(document: InfraDocument, listed: string): Ranked {
  const { state, text } = standingOf(document.addons);
  if (state === 'stated') return ranked(listed, 'neutral');
  return ranked(text, state === 'not-stated' ? 'unknown' : 'neutral');
}
