import type { JsonObject } from '@backstage/types';
import { fieldLabel, itemTitle } from '../overview';
import { lastOf } from './compare/compareValues';
import { kindTitle } from './kindTitle';

/** Fields whose own label would not tell a reader what is meant. */
const SHOWN_PARENTS: ReadonlySet<string> = new Set(['tls', 'dns', 'pitr', 'artifact']);

/** "Add-on PostgreSQL", "Process web of production" */
export function titleOfItem(list: string, item: JsonObject, environment: string): string {
  const isProcess = list === 'processes';
  const name = `${kindTitle(list)} ${itemTitle(item)}`;
  return isProcess ? `${name} of ${environment}` : name;
}

export function titleOfEnvironment(environment: string): string {
  return `Environment ${environment}`;
}

/** "Add-on PostgreSQL, plan" */
export function titleOfField(owner: string, list: string, field: string): string {
  const steps = field.split('.');
  const parent = steps.at(-2);
  const last = lastOf(field);
  const label = lowered(fieldLabel(last, parent ?? singular(list)));
  if (parent === undefined || !SHOWN_PARENTS.has(parent)) return `${owner}, ${label}`;
  return `${owner}, ${lowered(fieldLabel(parent))}: ${label}`;
}

function singular(list: string): string {
  const last = lastOf(list);
  return last.endsWith('s') ? last.slice(0, -1) : last;
}

/** 'Plan' → 'plan'; abbreviations keep their case. */
function lowered(label: string): string {
  return /^.[A-Z]/.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);
}
