import { isName, isOrdinary } from './ordinaryWords';
import { keyStrength, type KeyStrength } from './keyNames';
import type { Match } from './match';
import { isReference } from './references';
import { mixes } from './entropy';

const NOUN = /pass|pwd|secret|token|cred|key|auth|bearer|kennwort|contrasena|motdepasse/gi;
const LONGEST_NAME = 80;
const LONGEST_VALUE = 400;
const NAME_CHARACTER = /[\w.$/-]/;

/** Where a name that says so is followed by a value that is neither a reference nor an ordinary word. */
export function keyValueMatches(text: string): readonly Match[] {
  const matches: Match[] = [];
  let seen = 0;
  for (const { index } of text.matchAll(NOUN)) {
    if (index < seen) continue;
    const end = endOfName(text, index);
    seen = end;
    const name = text.slice(startOfName(text, index), end);
    const strength = keyStrength(name);
    // Inside a reference: `arn:aws:secretsmanager:…:secret:name`
    if (
      strength === undefined ||
      /[\w]:$/.test(text.slice(Math.max(0, index - name.length - 2), end - name.length))
    )
      continue;
    const value = valueAfter(text, end, name);
    if (value === undefined || !isSecret(strength, value)) continue;
    matches.push({
      rule: 'key-with-value',
      index: value.index,
      end: value.index + value.text.length,
    });
  }
  return matches;
}

function startOfName(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(at)))
    at += 1;
  return at;
}

interface Value {
  readonly text: string;
  readonly index: number;
  /** `=` assigns; after `:` people also write sentences; `is` is a sentence. */
  readonly by: 'assigned' | 'stated' | 'said';
  readonly quoted: boolean;
  readonly wordsFollow: boolean;
}

const ASSIGNED = /^(?:\\?["'`\]]{0,2}[ \t]{0,8}(?::=|=>|==?|\+=)[ \t]{0,8})/;
const STATED = /^(?:\\?["'`*]{0,2}[ \t]{0,8}:[ \t]{0,20})/;
const SAID = /^[ \t]{1,4}(?:is|was|now|to|of)(?:[ \t]{1,4}(?:is|now|still|currently))?:?[ \t]{1,4}/;
const FLAG = /^[ \t]{1,4}/;
const BLOCK =
  /^(?:[|>][+-]?\d?|)[ \t]*(?:#[^\n]{0,200})?\r?\n[ \t]{1,40}(?=[^\s:#-][^\s:]{3,400}\r?(?:\n|$))/;
const PAIR = /^["']?,?[ \t]{0,4}(?:\r?\n[ \t]{0,40})?["']?value["']?[ \t]{0,8}:[ \t]{0,20}/i;
const NAMED = /(?:name|key|id|variable)["']?[ \t]{0,8}[:=][ \t]{0,8}["']?$/i;

function valueAfter(text: string, end: number, name: string): Value | undefined {
  const rest = text.slice(end, end + LONGEST_VALUE + 100);
  const start = end - name.length;
  const before = text.slice(Math.max(0, start - 30), start);
  const pair = NAMED.test(before) ? PAIR.exec(rest)?.[0] : undefined;
  if (pair !== undefined) return valueAt(rest, pair.length, end, 'stated');
  const assigned = ASSIGNED.exec(rest)?.[0];
  if (assigned !== undefined) return valueAt(rest, assigned.length, end, 'assigned');
  const stated = STATED.exec(rest)?.[0];
  if (stated !== undefined) {
    const block = BLOCK.exec(rest.slice(stated.length))?.[0] ?? '';
    return valueAt(rest, stated.length + block.length, end, 'stated');
  }
  const flag = name.startsWith('--') ? FLAG.exec(rest)?.[0] : undefined;
  if (flag !== undefined) return valueAt(rest, flag.length, end, 'assigned');
  const said = SAID.exec(rest)?.[0];
  return said === undefined ? undefined : valueAt(rest, said.length, end, 'said');
}

function valueAt(rest: string, at: number, end: number, by: Value['by']): Value {
  const from = rest.slice(at);
  const open = /^\\?["'`]/.exec(from)?.[0] ?? '';
  const quote = open.slice(-1);
  const body = from.slice(open.length);
  const close = quote === '' ? -1 : body.indexOf(quote);
  const inQuotes = close >= 0 && !body.slice(0, close).includes('\n');
  const text = inQuotes
    ? body.slice(0, close).replace(/\\$/, '')
    : (/^[^\s"'`,;&|)}\]]*/.exec(body)?.[0] ?? '').replace(/[.:!?]$/, '');
  const after = body.slice(text.length);
  return {
    text,
    index: end + at + open.length,
    by,
    quoted: inQuotes,
    wordsFollow: !inQuotes && /^[.,;:]?[ \t]+[^\s#&|)}\]"']/.test(after),
  };
}

function isSecret(strength: KeyStrength, { text, by, wordsFollow, quoted }: Value): boolean {
  if (text.length < 4 || text.startsWith('#') || isReference(text) || isOrdinary(text))
    return false;
  if (/\s/.test(text)) return false;
  if (by === 'said' || (wordsFollow && by === 'stated')) return text.length >= 6 && mixes(text);
  if (strength === 'password') {
    if (by === 'assigned' || quoted) return text.length >= 5 || mixes(text);
    return mixes(text) || text.length >= 8 || /^\d{6,}$/.test(text);
  }
  if (/^\d{1,15}$/.test(text) || isName(text)) return false;
  if (by === 'assigned') return text.length >= 6;
  return (text.length >= 8 && mixes(text)) || (text.length >= 16 && !/[-_./ ]/.test(text));
}
