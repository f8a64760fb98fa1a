import type { InfraDocument } from '../document';
import { fieldPath } from '../factPath';
import { fieldAt, itemPathIn } from '../fieldAt';
import { valuesAt } from '../valuesAt';
import type { Finding, LintContext } from './lintContext';

/** Sections whose absence leaves a question of the page without an answer. */
const EXPECTED = [
  'environments',
  'addons',
  'backups',
  'credentialLocations',
  'domains',
  'requestPath',
  'observability.logs',
  'observability.monitors',
  'observability.alerts',
  'procedures',
  'support',
];

/** Sections that are not stated, and links whose address was lost. */
export function lintSections(context: LintContext): readonly Finding[] {
  return [...lintMissing(context), ...lintLinks(context.document)];
}

function lintMissing({ within, options }: LintContext): readonly Finding[] {
  if (options.kind?.toLowerCase() === 'domain') return [];
  return EXPECTED.filter(section => valuesAt(within, section).length === 0).map(
    (section): Finding => {
      const isList = fieldAt(section)?.type.startsWith('a list') === true;
      return [
        'section-missing',
        section,
        `no ${section} section`,
        `Say ${isList ? '[]' : 'none'} if there ${isList ? 'are none' : 'is none'}`,
      ];
    },
  );
}

function lintLinks(document: InfraDocument): readonly Finding[] {
  const found: Finding[] = [];
  const walk = (value: unknown, path: string, isLinks: 'links' | 'other'): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        walk(item, itemPathIn(path, item, index), isLinks);
      return;
    }
    const block = value as Readonly<Record<string, unknown>>;
    if (isLinks === 'links' && block.url === undefined)
      found.push(['missing-target', path, 'names a page without an address', 'Write url']);
    for (const [name, content] of Object.entries(block)) {
      if (name === 'scope') continue;
      walk(
        content,
        fieldPath(path, name),
        name === 'links' || name === 'documents' ? 'links' : 'other',
      );
    }
  };
  walk(document, '', 'other');
  return found;
}
