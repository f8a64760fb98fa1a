import type { JsonObject, JsonValue } from '@backstage/types';
import { fieldPath, type InfraDocument, itemPath } from '../../document';
import { originOf, type Origin } from '../../effective';
import { itemKey } from '../../effective/itemKey';
import { itemTitle } from '../itemTitle';
import { describeField, isPlain } from '../words/describeField';
import { describeKnownObject } from '../words/describeKnownObject';
import { NONE, NOT_STATED, notNeededText, toneOfState } from '../words/emptiness';
import { fieldLabel } from '../words/fieldLabel';
import { isJsonObject, notNeededReason } from '../words/jsonValue';
import { describeKnownItem } from './describeKnownItem';
import { expectedFields } from './expectedFields';
import type { FieldRow } from './fieldRow';
import { namedItem, type NamedItem } from './namedItem';

interface Context {
  readonly origins: Readonly<Record<string, Origin>>;
  readonly document: InfraDocument | undefined;
}

/**
 * Every field of an item in words, then what a reader looks for and does not find. Nothing of the item is lost. With the document, ids are shown
 * as what they name.
 */
export function fieldRows(
  item: unknown,
  path: string,
  origins: Readonly<Record<string, Origin>> = {},
  document?: InfraDocument,
): readonly FieldRow[] {
  if (!isJsonObject(item)) return [];
  const list = listOf(path);
  const owner = singular(list);
  const missing = expectedFields(list).filter(key => item[key] === undefined);
  return [
    ...rowsOf(item, path, owner, { origins, document }),
    ...missing.map(key => notStatedRow(fieldPath(path, key), fieldLabel(key, owner))),
  ];
}

/** 'environments[production].processes[web]' → 'environments.processes'. */
function listOf(path: string): string {
  return path.replaceAll(/\[[^\]]*\]/g, '');
}

// 'addons' → 'addon': the word field labels know their owner by.
function singular(list: string): string {
  const last = list.slice(list.lastIndexOf('.') + 1);
  if (last === 'policies') return 'policy';
  return last.endsWith('s') && !['access', 'tls'].includes(last) ? last.slice(0, -1) : last;
}

function rowsOf(item: JsonObject, path: string, owner: string, context: Context): FieldRow[] {
  const rows: FieldRow[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (value === undefined || value === null) continue;
    const at = fieldPath(path, key);
    const origin = originOf(context, at);
    rows.push({
      ...fieldRow(key, value, at, fieldLabel(key, owner), context),
      ...(origin !== undefined && { origin }),
    });
  }
  return rows;
}

function notStatedRow(path: string, label: string): FieldRow {
  return { path, label, text: NOT_STATED, fact: 'not-stated', tone: 'unknown' };
}

function fieldRow(
  key: string,
  value: JsonValue,
  path: string,
  label: string,
  context: Context,
): FieldRow {
  if (isPlain(value)) return plainRow(key, value, path, label, context);
  if (Array.isArray(value)) return listRow(key, value, path, label, context);
  if (!isJsonObject(value)) return notStatedRow(path, label);
  const reason = notNeededReason(value);
  if (reason !== undefined)
    return { path, label, text: notNeededText(reason), fact: 'not-needed', tone: 'neutral' };
  const phrase = describeKnownObject(key, value);
  if (phrase !== undefined) return { path, label, text: phrase, fact: 'stated', tone: 'neutral' };
  return groupRow(rowsOf(value, path, key, context), path, label);
}

function plainRow(
  key: string,
  value: string | number | boolean,
  path: string,
  label: string,
  context: Context,
): FieldRow {
  const words = describeField(key, value);
  const named = nameOf(value, path, context);
  if (named === undefined) return { path, label, ...words };
  return { path, label, ...words, text: named.title, names: [named] };
}

function nameOf(
  value: string | number | boolean,
  path: string,
  { document }: Context,
): NamedItem | undefined {
  return document === undefined || typeof value !== 'string'
    ? undefined
    : namedItem(document, path, value);
}

function listRow(
  key: string,
  values: readonly JsonValue[],
  path: string,
  label: string,
  context: Context,
): FieldRow {
  if (values.length === 0)
    return { path, label, text: NONE, fact: 'none', tone: toneOfState('none') };
  const owner = singular(key);
  const phrases = values.map(value => phraseOf(key, owner, value, path, context));
  const list = phrases.flatMap(phrase => phrase?.text ?? []);
  if (list.length === values.length) {
    const names = phrases.flatMap(phrase => phrase?.named ?? []);
    return {
      path,
      label,
      text: list.join(', '),
      list,
      fact: 'stated',
      tone: 'neutral',
      ...(names.length > 0 && { names }),
    };
  }
  const rows = values.map((value, position) => {
    const at = itemPath(path, keyOf(path, value, position));
    if (!isJsonObject(value)) return fieldRow(key, value, at, String(position + 1), context);
    return groupRow(rowsOf(value, at, owner, context), at, itemTitle(value, String(position + 1)));
  });
  return groupRow(rows, path, label);
}

interface Phrase {
  readonly text: string;
  readonly named?: NamedItem | undefined;
}

function phraseOf(
  key: string,
  owner: string,
  value: JsonValue,
  path: string,
  context: Context,
): Phrase | undefined {
  if (isPlain(value)) {
    const named = nameOf(value, path, context);
    return { text: named?.title ?? describeField(key, value).text, named };
  }
  const text = isJsonObject(value) ? describeKnownItem(owner, value) : undefined;
  return text === undefined ? undefined : { text };
}

// Items without an id are known by their position, from 1.
function keyOf(path: string, value: JsonValue, position: number): string {
  const key = isJsonObject(value) ? itemKey(listOf(path), value) : undefined;
  return key ?? String(position + 1);
}

function groupRow(rows: readonly FieldRow[], path: string, label: string): FieldRow {
  if (rows.length === 0) return notStatedRow(path, label);
  const text = rows
    .map(row => (/^\d+$/.test(row.label) ? row.text : `${row.label}: ${row.text}`))
    .join('; ');
  return { path, label, text, rows, fact: 'stated', tone: 'neutral' };
}
