import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleContext, SecretLintSourceCode } from '@secretlint/types';
import type { Match } from './match';

// A comment in a file must not be able to switch anything off. Left out by what it is, not by where it stands.
const COMMENT_FILTER = 'filter-comments';
// Takes what every manual writes for a password, and only http and ftp; `url-with-password` asks about every scheme.
const OURS_INSTEAD = ['basicauth', 'database-connection-string'];

export const shortId = (id: string) => id.replace('@secretlint/secretlint-rule-', '');

/** The rules of secretlint that are used here. */
export const LIBRARY_RULES = rules.filter(
  ({ meta }) => ![COMMENT_FILTER, ...OURS_INSTEAD].includes(shortId(meta.id)),
);

/** The same for one rule, for tests and measurements. */
export function matchesOf(rule: (typeof rules)[number], text: string): readonly Match[] {
  const matches: Match[] = [];
  const name = shortId(rule.meta.id);
  const context = {
    sharedOptions: {},
    createTranslator: () => (messageId: string) => ({ message: '', messageId }),
    report: ({ range: [index, end] }: { range: readonly [number, number] }) =>
      matches.push({ rule: name, index, end }),
    ignore: () => {},
  } as unknown as SecretLintRuleContext;
  void rule.create(context, {}).file?.(sourceOf(text));
  return matches;
}

/** Where the rules of secretlint see something. */
export function libraryMatches(text: string): readonly Match[] {
  return LIBRARY_RULES.flatMap(rule => matchesOf(rule, text));
}

// Name and ending are ours, never ones from outside: there is a rule that opens the file it is named when that ends in .p12.
export function sourceOf(text: string): SecretLintSourceCode {
  return {
    content: text,
    filePath: 'catalog-info.yaml',
    ext: '.yaml',
    contentType: 'text',
    hasBOM: false,
    physicalFilePath: undefined,
    indexToPosition: () => ({ line: 1, column: 0 }),
  } as unknown as SecretLintSourceCode;
}
