// Longer words are no typing errors, and comparing them takes long.
const LONGEST = 40;

/** The known word the written one was most likely meant to be. */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  if (written.length === 0 || written.length > LONGEST) return undefined;
  const bare = bareWord(written);
  let nearest: string | undefined;
  // One slip in a short word, two in a longer one.
  let allowed = bare.length <= 4 ? 1 : 2;
  for (const word of known) {
    const candidate = bareWord(word);
    if (candidate === bare) return word;
    const slips = distance(bare, candidate, allowed);
    if (slips <= allowed) {
      nearest = word;
      allowed = slips - 1;
    }
  }
  return nearest ?? beginning(bare, known);
}

/** `monday` for `mon`, `prod` for `production`: one is how the other begins. */
function beginning(bare: string, known: Iterable<string>): string | undefined {
  if (bare.length < 3) return undefined;
  for (const word of known) {
    const candidate = bareWord(word);
    if (candidate.length >= 3 && (candidate.startsWith(bare) || bare.startsWith(candidate)))
      return word;
  }
  return undefined;
}

function bareWord(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** How many letters differ; anything above the limit counts as limit + 1. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}
