import type {
  ObservedFields,
  ObservedItem,
  ObservedPart,
  ObservedValue,
} from 'backstage-plugin-infra-overview-common';
import { findSecrets, secretsInValue } from 'backstage-plugin-infra-overview-common/secrets';
import type { SubjectReport } from '../ObservationSource';

/** Longer than any fact is, and than a page shows. */
const MOST_CHARACTERS = 1000;
const MOST_ENTRIES = 200;
const UNSPEAKABLE = '(a name that looks like a secret)';

/** What may be stored of a report, and the paths of what may not. `refused`: the names themselves look like a secret. */
export type Gated =
  | {
      readonly outcome: 'kept';
      readonly report: SubjectReport;
      readonly dropped: readonly string[];
    }
  | { readonly outcome: 'refused' };

/** Everything a source says goes through here before it is stored, logged or shown. What looks like a secret stays behind. */
export function gateReport(report: SubjectReport): Gated {
  const { subject, group, environment, entityRef } = report;
  if ([subject, group, environment, entityRef].some(isUnsafe)) return { outcome: 'refused' };
  if (report.outcome === 'failed') {
    const reason = isUnsafe(report.reason) ? 'it gave no reason that can be shown' : report.reason;
    return { outcome: 'kept', report: { ...report, reason }, dropped: [] };
  }
  const dropped = report.dropped.map(path => (isUnsafe(path) ? UNSPEAKABLE : path));
  const parts = report.parts.flatMap((part, index) => gatePart(part, index, dropped));
  return {
    outcome: 'kept',
    report: { ...report, parts, dropped, outcome: dropped.length > 0 ? 'partial' : report.outcome },
    dropped,
  };
}

function gatePart(part: ObservedPart, index: number, dropped: string[]): readonly ObservedPart[] {
  if (isUnsafe(part.part)) {
    dropped.push(`parts[${index}]`);
    return [];
  }
  const { deepLink, ...rest } = part;
  return [
    {
      ...rest,
      fields: gateFields(part.fields, part.part, dropped),
      sees: gateNames(part.sees, `${part.part}.sees`, dropped),
      items: part.items.flatMap((item, place) => gateItem(item, place, part.part, dropped)),
      ...gateLink(deepLink, part.part, dropped),
    },
  ];
}

function gateItem(
  item: ObservedItem,
  index: number,
  part: string,
  dropped: string[],
): readonly ObservedItem[] {
  if (isUnsafe(item.name)) {
    dropped.push(`${part}.${item.list}[${index}]`);
    return [];
  }
  const where = `${part}.${item.list}[${item.name}]`;
  const { deepLink, ...rest } = item;
  return [
    {
      ...rest,
      fields: gateFields(item.fields, where, dropped),
      sees: gateNames(item.sees, `${where}.sees`, dropped),
      ...gateLink(deepLink, where, dropped),
    },
  ];
}

function gateFields(fields: ObservedFields, where: string, dropped: string[]): ObservedFields {
  const kept: Record<string, ObservedValue> = {};
  for (const [index, [name, value]] of Object.entries(fields).entries()) {
    if (isUnsafe(name)) dropped.push(`${where}.fields[${index}]`);
    else if (isUnsafeValue(name, value)) dropped.push(`${where}.${name}`);
    else kept[name] = value;
  }
  return kept;
}

function gateNames(names: readonly string[], where: string, dropped: string[]): readonly string[] {
  const kept = names.filter(name => !isUnsafe(name));
  if (kept.length < names.length) dropped.push(where);
  return kept;
}

function gateLink(link: string | undefined, where: string, dropped: string[]) {
  if (link === undefined) return {};
  if (link.startsWith('https://') && !isUnsafe(link)) return { deepLink: link };
  dropped.push(`${where}.deepLink`);
  return {};
}

function isUnsafe(text: string | undefined): boolean {
  if (text === undefined) return false;
  return text.length > MOST_CHARACTERS || findSecrets(text).length > 0;
}

function isUnsafeValue(name: string, value: ObservedValue): boolean {
  const texts = typeof value === 'object' ? value : [value];
  if (texts.length > MOST_ENTRIES) return true;
  if (texts.some(text => typeof text === 'string' && text.length > MOST_CHARACTERS)) return true;
  // By its name too: what is called a token is one, whatever it looks like.
  return secretsInValue({ [name]: typeof value === 'object' ? [...value] : value }).length > 0;
}
