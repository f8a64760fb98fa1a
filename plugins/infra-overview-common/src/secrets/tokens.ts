import type { Match } from './match';
import { TOKEN_RULES, type SecretRule } from './rules';
import { joinedWords, type Word } from './words';

/** Where tokens of known vendors stand. */
export function tokenMatches(
  long: readonly Word[],
  rules: readonly SecretRule[] = TOKEN_RULES,
): readonly Match[] {
  const words = joinedWords(long);
  const small = words.text.toLowerCase();
  const matches: Match[] = [];
  for (const { id, keywords, pattern } of rules) {
    if (!keywords.some(keyword => small.includes(keyword))) continue;
    for (const { 0: found, index } of words.text.matchAll(pattern)) {
      const piece = words.pieceAt(index);
      if (piece === undefined) continue;
      const start = piece.from + piece.offset;
      matches.push({ rule: id, index: start, end: start + found.length });
    }
  }
  return matches;
}
