import type { JsonValue } from '@backstage/types';
import {
  counted,
  describeDate,
  describeDuration,
  describeParty,
  inWords,
  productName,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';

/** Users a reader may see by name, and other titles, by lower-case ref. Who is not in it is counted, not named. */
export type Titles = Readonly<Record<string, string>>;

/** Also the word of a store of credentials, where the label says that. Facts name platforms. */
const PLATFORMS: ReadonlySet<string> = new Set(['heroku', 'aws', 'gcp', 'azure', 'kubernetes']);
const USER = /^user:/i;
const REF = /^[a-z]+:[^/\s]+\/\S+$/i;

/** A value as people say it: `28 days`, `yes`, `blue-green or canary`. */
export function valueWords(
  value: JsonValue | undefined,
  titles: Titles = {},
  conjunction: 'and' | 'or' = 'and',
): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textWords(value, titles);
  if (Array.isArray(value)) return listWords(value, titles, conjunction);
  const pairs = Object.entries(value).map(
    ([key, item]) => `${key} ${valueWords(item, titles, conjunction)}`,
  );
  return pairs.join(', ');
}

/** Who may be named is, the others are counted: `Ada and 2 more`. */
export function peopleWords(refs: readonly string[], titles: Titles): string {
  const named = refs.flatMap(ref => titles[ref.toLowerCase()] ?? []);
  const others = refs.length - named.length;
  if (refs.length === 0) return 'nobody';
  if (named.length === 0) return counted(others, 'person', 'people');
  return inWords(others === 0 ? named : [...named, `${others} more`]);
}

function listWords(
  values: readonly JsonValue[],
  titles: Titles,
  conjunction: 'and' | 'or',
): string {
  if (values.length === 0) return 'none';
  const texts = values.filter(value => typeof value === 'string');
  if (texts.length === values.length && texts.every(text => USER.test(text))) {
    return peopleWords(texts, titles);
  }
  return inWords(
    values.map(value => valueWords(value, titles, conjunction)),
    conjunction,
  );
}

function textWords(text: string, titles: Titles): string {
  if (USER.test(text)) return peopleWords([text], titles);
  if (REF.test(text)) return titles[text.toLowerCase()] ?? describeParty(text);
  if (/^P(?=\d|T\d)/.test(text)) return describeDuration(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return describeDate(text);
  if (text === 'ci') return 'CI';
  if (PLATFORMS.has(text)) return productName(text);
  // A name keeps its dashes: only words that have a label of their own are replaced.
  const label = wordLabel(text);
  return label === text.replaceAll('-', ' ') ? text : label;
}
