import { sameWords } from './vocabulary';

/** A declared branch may be a name, a pattern, or words that no branch is called by. */
export function sameBranch(declared: string, observed: string): boolean {
  // "the configured release branch" is not meant to match.
  if (/\s/.test(declared.trim()) && !declared.includes(',')) return true;
  if (sameWords(declared, observed)) return true;
  const [one, other] = [patternsOf(declared), patternsOf(observed)];
  return other.every(seen => one.some(asked => asked === seen || matches(asked, seen)));
}

/** Pipeline files write `/^release\/.*$/` where documents write `release/*`. */
function patternsOf(text: string): readonly string[] {
  return text.split(',').map(each => {
    const word = each.trim();
    if (!/^\/.*\/$/.test(word)) return word;
    return word
      .slice(1, -1)
      .replace(/^\^/, '')
      .replace(/\$$/, '')
      .replaceAll('\\', '')
      .replaceAll(/\.[*+]/g, '*');
  });
}

/** `*` stands for any letters. Each piece is looked for once, so that no pattern takes long. */
function matches(pattern: string, name: string): boolean {
  const pieces = pattern.split('*');
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = name.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
