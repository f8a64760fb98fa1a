import { joined, type Joined } from './joined';

export interface Word {
  readonly text: string;
  /** Where it stands. */
  readonly from: number;
}

// No published form of a token is shorter, and ordinary text has few words as long.
const LONG = 20;
const SPACE = 32;
// What is drawn by lot has at least one of these; the rest are addresses and compound words.
const DRAWN = /\d|[a-z][A-Z]|[A-Z]{16}/;

/** The words of a text that may hold a token. By hand: an expression tries every letter of a short word again. */
export function longWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    // The end of the text ends a word.
    if (at < text.length && text.charCodeAt(at) > SPACE) continue;
    const word = at - start >= LONG ? text.slice(start, at) : '';
    if (word !== '' && DRAWN.test(word)) words.push({ text: word, from: start });
    start = at + 1;
  }
  return words;
}

/** Long words, each on a line of its own. */
export const joinedWords = (words: readonly Word[]): Joined<number> => joined(words);

/** The lines that hold such words, each once, joined. */
export function linesOf(text: string, words: readonly Word[]): Joined<number> {
  const lines: Word[] = [];
  let reached = 0;
  for (const { from } of words) {
    if (from < reached) continue;
    const start = text.lastIndexOf('\n', from) + 1;
    const found = text.indexOf('\n', from);
    reached = found < 0 ? text.length : found;
    lines.push({ text: text.slice(start, reached), from: start });
  }
  return joined(lines);
}
