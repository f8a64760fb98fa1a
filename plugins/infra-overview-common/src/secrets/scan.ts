import { decodedTexts } from './decoded';
import { entropyMatches } from './entropy';
import { keyValueMatches } from './keyValues';
import { kubernetesSecretMatches } from './kubernetesSecrets';
import { libraryMatches } from './library';
import type { Match } from './match';
import { statementMatches, VENDOR_STATEMENTS } from './statements';
import { tokenMatches } from './tokens';
import { urlMatches } from './urls';
import { linesOf, longWords, type Word } from './words';

// Base64 of base64 is known from secrets of Kubernetes; nobody wraps by accident a third time.
const LAYERS = 2;

/** Where anything in a text looks like a secret, every layer of encoding included. */
export function scan(text: string, layers = LAYERS): readonly Match[] {
  const words = longWords(text);
  const matches = [...ownLayer(text, words)];
  const hidden = layers > 0 ? decodedTexts(words) : undefined;
  if (hidden === undefined) return matches;
  for (const { rule, index } of scan(hidden.text, layers - 1)) {
    const from = hidden.pieceAt(index)?.from;
    if (from !== undefined) matches.push({ rule, index: from, end: from + 1 });
  }
  return matches;
}

function ownLayer(text: string, words: readonly Word[]): readonly Match[] {
  const known = [
    ...libraryMatches(text),
    ...tokenMatches(words),
    ...statementMatches(text),
    ...vendorMatches(text, words),
    ...kubernetesSecretMatches(text),
  ];
  // The same words once: what a vendor's rule names needs no general one.
  const addressed = [...known, ...beside(known, urlMatches(text))];
  const named = [...addressed, ...beside(addressed, keyValueMatches(text))];
  return [...named, ...beside(named, entropyMatches(text, words))];
}

function vendorMatches(text: string, words: readonly Word[]): readonly Match[] {
  const lines = linesOf(text, words);
  return statementMatches(lines.text, VENDOR_STATEMENTS).flatMap(({ rule, index, end }) => {
    const piece = lines.pieceAt(index);
    if (piece === undefined) return [];
    const start = piece.from + piece.offset;
    return [{ rule, index: start, end: start + end - index }];
  });
}

/** Those of `weaker` that share no character with one of `stronger`. */
function beside(stronger: readonly Match[], weaker: readonly Match[]): readonly Match[] {
  if (weaker.length === 0 || stronger.length === 0) return weaker;
  const sorted = [...stronger].sort((a, b) => a.index - b.index);
  let at = 0;
  let reach = -1;
  return [...weaker]
    .sort((a, b) => a.index - b.index)
    .filter(({ index, end }) => {
      for (let next = sorted[at]; next !== undefined && next.index < end; next = sorted[++at])
        reach = Math.max(reach, next.end);
      return reach <= index;
    });
}
