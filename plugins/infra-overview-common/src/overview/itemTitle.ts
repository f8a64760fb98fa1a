import { textOf } from './words/jsonValue';
import { productName } from './words/productName';
import { capitalised } from './words/sentence';
import { wordLabel } from './words/wordLabels';

/** What people call an item. A rule is called with its level: "must not" turns its sentence around. */
export function itemTitle(item: object, fallback = 'without a name'): string {
  const fields: Readonly<Record<string, unknown>> = { ...item };
  for (const key of ['title', 'label', 'term', 'name', 'what', 'host']) {
    const text = textOf(fields[key]);
    if (text !== undefined) return text;
  }
  const product = textOf(fields.product);
  if (product !== undefined) return productName(product);
  const sentence = textOf(fields.statement) ?? textOf(fields.decision);
  if (sentence !== undefined) return withLevel(sentence, textOf(fields.level));
  return idWords(textOf(fields.id) ?? textOf(fields.item) ?? textOf(fields.key) ?? fallback);
}

function withLevel(sentence: string, level: string | undefined): string {
  return level === undefined || level === 'practice'
    ? sentence
    : `${capitalised(wordLabel(level))}: ${sentence}`;
}

/** 'read-logs' → 'Read logs', 'engineyard' → 'Engine Yard', '*' → 'Everything else'. */
function idWords(id: string): string {
  if (id === '*') return 'Everything else';
  return id.includes('-') ? capitalised(id.replaceAll('-', ' ')) : productName(id);
}
