import { lastAtMost } from './joined';
import type { Match } from './match';
import { isOpenName, wordsOf } from './keyNames';
import type { Word } from './words';

/** Letters and digits, or signs that no word has. */
export function mixes(text: string): boolean {
  return /[A-Za-z]/.test(text)
    ? /[\d!$%^&*+=?~#@]/.test(text)
    : /\d/.test(text) && /[!$%^&*+=?~#@]/.test(text);
}

const RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
// Certificates and public keys are for everybody.
const PUBLIC_BLOCK =
  /-----BEGIN [A-Z0-9 ]{0,30}(?:CERTIFICATE|PUBLIC KEY)[A-Z0-9 ]{0,20}-----[^-]{1,20000}/g;
const LONGEST_RUN = 400;
const LONGEST_PIECE = 14;
const UUIDS = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}[-_/]?)+$/i;

// Names of what is random and no secret.
const OPEN_WORDS = new Set(
  'id ids uid guid uuid sha sha1 sha256 sha512 commit revision rev ref hash checksum checksums digest etag integrity fingerprint thumbprint version image tag build slug urn arn cursor node selector resource public certificate cert ca bundle signature serial nonce md5 crc object blob tree parent release resolved subject selflink url link href ops ops-id dashboard document doc folder sheet file channel space trace span request pub project organization organisation tenant subscription account client'.split(
    ' ',
  ),
);

/** Where a long run of characters is too even to be words, and nothing says that it is an id. */
export function entropyMatches(text: string, words: readonly Word[]): readonly Match[] {
  const open = publicBlocks(text);
  const starts = open.map(([start]) => start);
  const matches: Match[] = [];
  for (const word of words) {
    for (const { 0: run, index: offset } of word.text.matchAll(RUN)) {
      const index = word.from + offset;
      const end = index + run.length;
      if (!looksRandom(run) || !standsAsValue(text, index, end) || isOpen(text, index, run))
        continue;
      const block = open[lastAtMost(starts, index)];
      if (block === undefined || block[1] <= index)
        matches.push({ rule: 'high-entropy', index, end });
    }
  }
  return matches;
}

function publicBlocks(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('-----BEGIN')) return [];
  return Array.from(text.matchAll(PUBLIC_BLOCK), ({ 0: block, index }) => [
    index,
    index + block.length,
  ]);
}

export function looksRandom(run: string): boolean {
  const text = run.slice(0, LONGEST_RUN).replace(/=+$/, '');
  if (UUIDS.test(text)) return false;
  const longest = Math.max(...text.split(/[-_/+]/).map(piece => piece.length));
  if (longest <= LONGEST_PIECE) return false;
  if (/^[0-9a-f]+$/i.test(text))
    return text.length >= 32 && /[a-f]/i.test(text) && /\d/.test(text) && entropy(text) >= 3;
  const digits = text.replace(/\D/g, '').length;
  if (digits < 2 || text.length - digits < 4) return false;
  const cases = [/[a-z]/, /[A-Z]/, /\d/].filter(kind => kind.test(text)).length;
  const least = cases === 3 ? 0.3 : 0.34;
  return (
    text.length >= (cases === 3 ? 20 : 24) &&
    changes(text) >= least &&
    entropy(text) >= Math.min(4.2, Math.log2(text.length) - 0.9)
  );
}

/** How often the kind of a character differs from that of the one before. Words stay among small letters. */
function changes(text: string): number {
  let count = 0;
  for (let at = 1; at < text.length; at += 1)
    if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1))) count += 1;
  return count / (text.length - 1);
}

function kindOf(code: number): 'digit' | 'capital' | 'small' | 'sign' {
  if (code >= 48 && code <= 57) return 'digit';
  if (code >= 65 && code <= 90) return 'capital';
  return code >= 97 && code <= 122 ? 'small' : 'sign';
}

/** Bits a character, after Shannon. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function standsAsValue(text: string, index: number, end: number): boolean {
  return (
    /^$|[\s"'`=:,([{>|]/.test(text.charAt(index - 1)) && /^$|[\s"'`,;)\]}<|]/.test(text.charAt(end))
  );
}

const PUBLIC_BEGINNINGS = /^AAAA[A-Z]3Nza|^AAAA[A-Za-z0-9]{2}/;

/** In an address, a digest, an image or a public key, or after a name that says id. */
function isOpen(text: string, index: number, run: string): boolean {
  const before = text.slice(Math.max(0, index - 200), index);
  const word = /[^\s"'`]*$/.exec(before)?.[0] ?? '';
  if (/:\/\/|base64,|^arn:|^urn:|sha\d{1,3}[-:]$|^gid:/.test(word)) return true;
  if (PUBLIC_BEGINNINGS.test(run)) return true;
  const name = /([\w.$/-]{1,80})["']?[ \t]{0,8}[:=][ \t]{0,8}["'`]?$/.exec(before)?.[1];
  if (name === undefined) return /^[0-9a-f]+$/i.test(run);
  return isOpenName(name) || wordsOf(name).some(wordIn => OPEN_WORDS.has(wordIn));
}
