import type { JsonValue } from '@backstage/types';
import {
  itemPath,
  itemsOf,
  originOf,
  type EffectiveInfra,
  type Policy,
} from 'backstage-plugin-infra-overview-common';
import type { SubjectView } from '../subject';
import { namesEnvironment, namesStage } from './checklists';
import { packId, type CheckDefinition, type Pack } from './pack';
import { putParametersIn } from './parameters';
import { readCheck, type WrittenCheck } from './readCheck';

/**
 * `policies[].check.params` say what a check is asked with: the required tags, the services that are allowed. The outermost
 * document sets it, those below only tighten: they add to what is required and take away from what is allowed.
 */
export function withPolicyParameters(
  pack: Pack,
  definition: CheckDefinition,
  effective: EffectiveInfra,
  view: SubjectView,
): CheckDefinition {
  const written = pack.written?.[definition.id] as WrittenCheck | undefined;
  if (written === undefined || definition.broken !== undefined) return definition;
  const said = statedFor(definition.id, effective, view);
  if (said.length === 0) return definition;
  const name = parameterOf(written, pack);
  if (name === undefined) return definition;
  const isDemand = demands(written, `P.${name}`);
  const [outermost = [], ...below] = said;
  const values = below.reduce<readonly string[]>(
    (all, more) =>
      isDemand ? [...new Set([...all, ...more])] : all.filter(value => more.includes(value)),
    outermost,
  );
  const parameters = { ...pack.parameters, [name]: valueOf(pack.parameters[name], values) };
  const { set } = definition;
  const read = readCheck(written, parameters, packId(pack)).definition;
  return { ...read, ...(set !== undefined && { set }) };
}

/** What each document says, outermost first. */
function statedFor(
  check: string,
  effective: EffectiveInfra,
  view: SubjectView,
): readonly (readonly string[])[] {
  const byDocument = new Map<string, readonly string[]>();
  for (const policy of [...itemsOf(effective.document.policies)].reverse()) {
    if (policy.check?.id !== check || policy.check.params === undefined) continue;
    if (policy.notNeeded !== undefined || !namesHere(policy, view)) continue;
    const path = itemPath('policies', policy.id);
    const entityRef = originOf(effective, path)?.entityRef ?? effective.entityRef;
    const before = byDocument.get(entityRef) ?? [];
    byDocument.set(entityRef, [...new Set([...before, ...policy.check.params])].sort());
  }
  return [...byDocument.values()];
}

function namesHere(policy: Policy, view: SubjectView): boolean {
  return namesEnvironment(policy, view) && namesStage(policy, view);
}

/** The one list the check is asked with, else the one value. With several nobody could say which is meant. */
function parameterOf(written: WrittenCheck, { parameters }: Pack): string | undefined {
  const used = [...putParametersIn(written, parameters).used];
  const lists = used.filter(name => Array.isArray(parameters[name]));
  if (lists.length > 0) return lists.length === 1 ? lists[0] : undefined;
  return used.length === 1 ? used[0] : undefined;
}

function valueOf(before: JsonValue | undefined, values: readonly string[]): JsonValue {
  if (Array.isArray(before)) return [...values];
  const [value = ''] = values;
  if (typeof before === 'number') return Number(value);
  return typeof before === 'boolean' ? value === 'true' : value;
}

/** Whether more in the list asks for more: what has to be there, or must not be. */
function demands(value: unknown, reference: string, key = ''): boolean {
  if (value === reference) return key === 'contains' || key === 'notOneOf';
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([inner, each]) =>
    demands(each, reference, inner === 'contains' || inner === 'notOneOf' ? inner : key),
  );
}
