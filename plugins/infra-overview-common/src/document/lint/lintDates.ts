import { durationMilliseconds } from '../../time/duration';
import { dateEnd, dateStart } from '../../time/instant';
import type { InfraDocument } from '../document';
import { itemPathIn } from '../fieldAt';
import { valuesAt } from '../valuesAt';
import type { Verified } from '../verified';
import { fieldPath } from '../factPath';
import type { Finding, LintContext } from './lintContext';

/** Look again after this long where nothing says how long. */
export const DEFAULT_CADENCE = 'P180D';

/** What has not been looked at for too long, carries no date, or is past its own. */
export function lintDates(context: LintContext): readonly Finding[] {
  return [...lintDocumentDate(context), ...lintItemDates(context), ...lintEnds(context)];
}

function lintDocumentDate({ document, now }: LintContext): readonly Finding[] {
  const { verified } = document;
  if (verified?.at === undefined) {
    return [
      [
        'no-date',
        'verified',
        'no date',
        'Write verified with method and at: the day the source is of',
      ],
    ];
  }
  return pastCadence(verified, document, now, 'verified');
}

function lintItemDates({ document, now }: LintContext): readonly Finding[] {
  const found: Finding[] = [];
  const documentAt = document.verified?.at;
  for (const { path, verified } of verifiedIn(document)) {
    if (verified.at === undefined) continue;
    // An item copied from its document on the same day grows old with it: that is one thing to do, not fifty.
    const growsOldWithDocument = verified.at === documentAt && verified.cadence === undefined;
    if (!growsOldWithDocument) found.push(...pastCadence(verified, document, now, path));
    if (documentAt !== undefined && verified.at > documentAt) {
      found.push([
        'item-newer-than-document',
        path,
        `is of ${verified.at}, newer than its document of ${documentAt}`,
        'Look whether the rest of the document is still true',
      ]);
    }
  }
  return found;
}

function pastCadence(
  verified: Verified,
  document: InfraDocument,
  now: number,
  path: string,
): readonly Finding[] {
  const cadence = verified.cadence ?? document.verified?.cadence ?? DEFAULT_CADENCE;
  const [since, length] = [dateEnd(verified.at ?? ''), durationMilliseconds(cadence)];
  if (since === undefined || length === undefined || since + length >= now) return [];
  return [
    [
      'past-cadence',
      path,
      `last known to be true on ${verified.at}, to be looked at every ${cadence}`,
    ],
  ];
}

const ENDS: readonly { readonly list: string; readonly field: string; readonly words: string }[] = [
  { list: 'runtimes[]', field: 'endOfLife', words: 'reached its end of life' },
  { list: 'domains[]', field: 'tls.expires', words: 'its certificate expired' },
  { list: 'risks[]', field: 'accepted.until', words: 'was accepted until then only' },
];

function lintEnds({ document, now }: LintContext): readonly Finding[] {
  return ENDS.flatMap(({ list, field, words }) =>
    valuesAt(document, `${list}.${field}`).flatMap(({ path, value }): Finding[] => {
      const end = typeof value === 'string' ? dateEnd(value) : undefined;
      return end !== undefined && end <= now ? [['end-of-life', path, `${value}: ${words}`]] : [];
    }),
  );
}

/** Every `verified` of an item, wherever the item stands. */
function verifiedIn(document: InfraDocument): readonly { path: string; verified: Verified }[] {
  const found: { path: string; verified: Verified }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (typeof item === 'object') walk(item, itemPathIn(path, item, index));
      }
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, content] of Object.entries(value)) {
      // A scope is somebody else's language.
      if (name === 'scope') continue;
      const at = fieldPath(path, name);
      if (name === 'verified' && path !== '')
        found.push({ path: at, verified: content as Verified });
      else walk(content, at);
    }
  };
  walk(document, '');
  return found.filter(({ verified }) => dateStart(verified.at ?? '') !== undefined);
}
