import { lastAtMost } from './joined';
import { scan } from './scan';

/** A place in a text where something looks like a secret. Holds neither the text nor anything made of it. */
export interface SecretFinding {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
}

/** What looks like a secret in a text, comments included, by line. */
export function findSecrets(text: string): readonly SecretFinding[] {
  const matches = scan(text);
  if (matches.length === 0) return [];
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const found = new Map<string, SecretFinding>();
  for (const { rule, index } of matches) {
    const line = lastAtMost(starts, index) + 1;
    found.set(`${line} ${rule}`, { rule, line });
  }
  return [...found.values()].sort((a, b) => a.line - b.line || (a.rule < b.rule ? -1 : 1));
}
