import type { JsonObject } from '@backstage/types';
import { fieldPath } from '../../document';
import type { ObservedValue } from '../../observed';
import { compareValues, isCompared, type SeenValue } from '../compare/compareValues';
import { declaredAt, type Declared } from '../declaredAt';
import { titleOfField } from '../findingTitle';
import { declaredWords, valueWords } from '../valueWords';
import { chosen, type SeenField } from './sightings';
import type { Verdict } from './verdict';

export interface Owner {
  readonly item: JsonObject;
  /** Path of the item in the view. */
  readonly path: string;
  readonly list: string;
  readonly title: string;
  readonly environment: string;
}

/** The fields that found the twin say nothing new of it. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  processes: ['name'],
  domains: ['host'],
  backups: ['of'],
  'observability.logs': ['to'],
};

/** One verdict for each field that a source saw, or would have seen. */
export function judgeFields(
  owner: Owner,
  fields: ReadonlyMap<string, readonly SeenField[]>,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const identity = IDENTITY[owner.list] ?? [];
  for (const [field, seen] of fields) {
    if (!isCompared(field) || identity.includes(field)) continue;
    const verdict = judgeField(owner, field, seen);
    if (verdict !== undefined) verdicts.push(verdict);
  }
  return verdicts;
}

function judgeField(owner: Owner, field: string, all: readonly SeenField[]): Verdict | undefined {
  const declared = declaredOf(owner.item, field);
  const seen = chosen(all, value => statusOf(field, owner.item, declared, value) === 'same');
  if (seen === undefined) return undefined;
  const status = statusOf(field, owner.item, declared, seen.value);
  if (status === undefined) return undefined;
  return {
    path: pathOfField(owner.path, field),
    environment: owner.environment,
    title: titleOfField(owner.title, owner.list, field),
    status,
    declared: declaredWords(field, declared),
    observed: seen.value === undefined ? undefined : valueWords(field, seen.value),
    observedValue: plainValue(seen.value),
    seenValue: seen.value,
    sighting: seen,
    unstated: status === 'only-observed' && declared.state === 'not-stated',
  };
}

/** `tls.expires` is two steps; a name with dots in it would be written in quotes. */
export function pathOfField(path: string, field: string): string {
  return field.split('.').reduce(fieldPath, path);
}

// A product may be written with its plan; then the plan is stated there.
function declaredOf(item: JsonObject, field: string): Declared {
  const declared = declaredAt(item, field);
  if (field !== 'plan' || declared.state !== 'not-stated') return declared;
  const { product } = item;
  return typeof product === 'string' && product.includes(':')
    ? { state: 'stated', value: product }
    : declared;
}

function statusOf(
  field: string,
  item: JsonObject,
  declared: Declared,
  seen: SeenValue | undefined,
): Verdict['status'] | undefined {
  if (seen === undefined) return statusOfAbsent(declared);
  switch (declared.state) {
    case 'none':
    case 'not-needed':
      return isNothing(seen) ? 'same' : 'only-observed';
    case 'not-stated':
      return isNothing(seen) ? undefined : 'only-observed';
    case 'stated': {
      // A branch that changes from release to release is never the wrong one.
      if (
        field === 'deploy.branch' &&
        declaredAt(item, 'deploy.branchConfigurable').state === 'stated'
      )
        return 'same';
      const comparison = compareValues(field, declared.value, seen);
      return comparison === 'not-comparable' ? undefined : comparison;
    }
    default:
      throw new Error(declared satisfies never);
  }
}

/** The source would have seen it. That something declared as absent is absent is as declared. */
function statusOfAbsent(declared: Declared): Verdict['status'] | undefined {
  if (declared.state === 'not-stated') return undefined;
  if (declared.state !== 'stated') return 'same';
  const isNo = declared.value === 'none' || declared.value === false || declared.value === 0;
  return isNo ? 'same' : 'only-declared';
}

function isNothing(seen: SeenValue): boolean {
  return seen === false || seen === 'none' || seen === '' || (Array.isArray(seen) && !seen.length);
}

function plainValue(seen: SeenValue | undefined): ObservedValue | undefined {
  return typeof seen === 'object' && !Array.isArray(seen) ? undefined : (seen as ObservedValue);
}
