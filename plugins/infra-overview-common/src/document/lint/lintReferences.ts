import { fieldPath, itemPath, parseFactPath } from '../factPath';
import { keyFieldOf } from '../fieldAt';
import { names, quote } from '../reader/words';
import { REFERENCES, type Reference } from '../references';
import { valuesAt } from '../valuesAt';
import type { Finding, LintContext } from './lintContext';

const SINGULAR: Readonly<Record<string, string>> = {
  addons: 'add-on',
  credentialLocations: 'credential location',
  procedures: 'procedure',
  environments: 'environment',
  checklists: 'checklist',
  accounts: 'account',
  'environments[].processes': 'process',
  'requestPath.nodes': 'node of the request path',
  'observability.monitors': 'monitor',
  'deployPolicy.audiences': 'audience',
};

/** References to items that do not exist. */
export function lintReferences(context: LintContext): readonly Finding[] {
  const found: Finding[] = [];
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const namesIn = (list: string) => {
    if (!known.has(list)) known.set(list, knownNames(context, list));
    return known.get(list);
  };
  for (const reference of REFERENCES) {
    if (reference.orElse === 'words' || isForProjects(context, reference)) continue;
    for (const { path, value } of valuesAt(context.document, reference.from)) {
      if (typeof value !== 'string') continue;
      const finding = check(reference, path, value, namesIn);
      if (finding) found.push(finding);
    }
  }
  return [...found, ...lintAbout(context)];
}

/** A standard draws the typical path through processes that only its projects have. */
function isForProjects({ options: { kind } }: LintContext, { to }: Reference): boolean {
  return kind?.toLowerCase() === 'domain' && to === 'environments[].processes';
}

function check(
  reference: Reference,
  path: string,
  value: string,
  namesIn: (list: string) => ReadonlySet<string> | undefined,
): Finding | undefined {
  const isPrefixed = reference.orElse === 'prefixed';
  if (isPrefixed && value.startsWith('platform:')) return undefined;
  if (isPrefixed && value.startsWith('environment:')) {
    return dangling('environments', path, value.slice('environment:'.length), namesIn);
  }
  return dangling(reference.to, path, value, namesIn);
}

function dangling(
  list: string,
  path: string,
  value: string,
  namesIn: (list: string) => ReadonlySet<string> | undefined,
): Finding | undefined {
  const known = namesIn(list);
  if (known === undefined || known.has(fold(list, value))) return undefined;
  const noun = SINGULAR[list] ?? list;
  const key = keyFieldOf(list) === 'name' ? 'is called' : 'has id';
  const there =
    known.size === 0
      ? `there are none`
      : `there ${known.size === 1 ? 'is' : 'are'} ${names([...known])}`;
  return ['dangling-ref', path, `no ${noun} ${key} ${quote(value)}; ${there}`];
}

/** Undefined when the list is not stated here and what is inherited is not known: then nothing can be said. */
function knownNames(
  { document, within }: LintContext,
  list: string,
): ReadonlySet<string> | undefined {
  const lists =
    list === 'environments[].processes' ? [list, 'defaults.environments[].processes'] : [list];
  const key = keyFieldOf(list) ?? 'id';
  const result = new Set<string>();
  let isStated = false;
  for (const source of new Set([document, within])) {
    for (const place of lists) {
      isStated ||= valuesAt(source, place).length > 0;
      for (const { value } of valuesAt(source, `${place}[]`)) {
        const name = (value as Readonly<Record<string, unknown>>)[key];
        if (typeof name === 'string') result.add(fold(list, name));
      }
    }
  }
  return isStated || within !== document ? result : undefined;
}

// Names of environments and processes are the same whatever the case.
function fold(list: string, name: string): string {
  return list.startsWith('environments') ? name.toLowerCase() : name;
}

const ABOUT = ['improvements', 'risks', 'questions', 'notes'];

/** Knowledge about a thing names it by its path. */
function lintAbout(context: LintContext): readonly Finding[] {
  const found: Finding[] = [];
  for (const list of ABOUT) {
    for (const { path, value } of valuesAt(context.document, `${list}[].about`)) {
      if (typeof value !== 'string') continue;
      const message = aboutProblem(context, value);
      if (message)
        found.push(['dangling-ref', path, message, 'Write a fact path such as addons[db]']);
    }
  }
  return found;
}

function aboutProblem(context: LintContext, about: string): string | undefined {
  const parsed = parseFactPath(about);
  if (!parsed) return `${quote(about)} is not a fact path`;
  let list = '';
  for (const step of parsed.steps) {
    list = fieldPath(list, step.field);
    if (step.select?.kind === 'item' && isMissing(context, list, step.select.name)) {
      return `${quote(about)} names nothing that is stated here`;
    }
    if (step.select) list = `${list}[]`;
  }
  return undefined;
}

/** Only a list that is stated can be known to lack an item. */
function isMissing({ document, within }: LintContext, list: string, name: string): boolean {
  if (keyFieldOf(list) === undefined) return false;
  const sources = [document, within];
  if (!sources.some(source => valuesAt(source, list).length > 0)) return false;
  const ending = itemPath('', name).toLowerCase();
  const items = sources.flatMap(source => valuesAt(source, `${list}[]`));
  return !items.some(({ path }) => path.toLowerCase().endsWith(ending));
}
