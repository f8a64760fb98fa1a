import { joined, type Joined } from './joined';
import type { Word } from './words';

const BASE64 = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
const PERCENT = /%([2-7][0-9a-f])/gi;
const ESCAPE = /\\(?:x|u00)([2-7][0-9a-f])/gi;
const PRINTABLE = /^[\t\n\r\x20-\x7e]*$/;

/** Texts hidden in a text by base64, percent signs or escapes, and where each stands; undefined when there are none. */
export function decodedTexts(words: readonly Word[]): Joined<number> | undefined {
  const pieces: Word[] = [];
  for (const { text, from } of words) {
    for (const { 0: run, index } of text.matchAll(BASE64)) {
      const plain = fromBase64(run);
      if (plain !== undefined) pieces.push({ text: plain, from: from + index });
    }
    const plain = unescaped(text);
    if (plain !== text) pieces.push({ text: plain, from });
  }
  return pieces.length === 0 ? undefined : joined(pieces);
}

function unescaped(text: string): string {
  const plain = text.includes('%') ? text.replace(PERCENT, fromHex) : text;
  return plain.includes('\\') ? plain.replace(ESCAPE, fromHex) : plain;
}

function fromHex(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16));
}

function fromBase64(run: string): string | undefined {
  const plain = run.replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
  if (plain.length % 4 === 1) return undefined;
  const text = atob(plain);
  return PRINTABLE.test(text) ? text : undefined;
}
