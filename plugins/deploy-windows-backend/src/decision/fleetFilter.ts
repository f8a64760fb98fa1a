import type { WindowsFleet, WindowsFleetQuery } from 'backstage-plugin-deploy-windows-common';
import type { KnownTarget } from '../policy/TargetDirectory';

type Filter = Pick<
  WindowsFleetQuery,
  'text' | 'owner' | 'system' | 'domain' | 'environment' | 'stage'
>;

/** Whether a target answers what can be asked without deciding. Several values of one field are separated by commas. */
export function fits(
  { facts, entityRef, environment, stage }: KnownTarget,
  query: Filter,
): boolean {
  return (
    isOneOf(facts.owner, query.owner) &&
    isOneOf(systemOf({ facts, entityRef }), query.system) &&
    isOneOf(facts.domain, query.domain) &&
    isOneOf(environment, query.environment) &&
    isOneOf(stage, query.stage) &&
    hasText([facts.title, entityRef, environment, ...facts.tags], query.text)
  );
}

/** The system a target belongs to; a System belongs to itself. */
export function systemOf({
  facts,
  entityRef,
}: Pick<KnownTarget, 'facts' | 'entityRef'>): string | undefined {
  return facts.kind.toLowerCase() === 'system' ? entityRef : facts.system;
}

function isOneOf(value: string | undefined, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === '') return true;
  return wanted
    .toLowerCase()
    .split(',')
    .map(word => word.trim())
    .includes(value?.toLowerCase() ?? '');
}

/** Every word is somewhere. */
function hasText(texts: readonly string[], wanted: string | undefined): boolean {
  const all = texts.join(' ').toLowerCase();
  return (wanted ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word));
}

export function facetsOf(targets: readonly KnownTarget[]): WindowsFleet['facets'] {
  const each = (value: (target: KnownTarget) => string | undefined) =>
    [...new Set(targets.flatMap(target => value(target) ?? []))].sort();
  return {
    owners: each(({ facts }) => facts.owner),
    systems: each(systemOf),
    domains: each(({ facts }) => facts.domain),
    environments: each(({ environment }) => environment),
    stages: each(({ stage }) => stage),
  };
}
