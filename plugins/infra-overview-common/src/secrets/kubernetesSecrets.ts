import type { Match } from './match';

// The plain word first: most of a text is passed over at once.
const KIND =
  /Secret(?=["']?,?[ \t]*\r?$)(?<=^[ \t-]{0,20}["']?kind["']?[ \t]{0,4}:[ \t]{0,4}["']?Secret)/m;
const VALUES =
  /^[ \t]{0,20}["']?(?:stringData|data)["']?[ \t]{0,4}:(?:[ \t]*\{[ \t]*["'\w]|[ \t]*\{?[ \t]*\r?\n[ \t]{1,40}["']?[\w.-]{1,100}["']?[ \t]*:[ \t]*(?![ \t]|["']{2}|\r?\n|[$<{]))/m;

/** A Secret of Kubernetes with values in it: what they are does not matter. */
export function kubernetesSecretMatches(text: string): readonly Match[] {
  if (!KIND.test(text)) return [];
  const matches: Match[] = [];
  let from = 0;
  for (const document of text.split(/^(?=---)/m)) {
    const values = KIND.test(document) ? VALUES.exec(document) : undefined;
    if (values) {
      const index = from + values.index;
      matches.push({ rule: 'kubernetes-secret', index, end: index + values[0].length });
    }
    from += document.length;
  }
  return matches;
}
