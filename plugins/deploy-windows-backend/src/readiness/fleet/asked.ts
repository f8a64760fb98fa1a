import type { SubjectsQuery } from 'backstage-plugin-deploy-windows-common';
import {
  groupsAbove,
  VERDICTS,
  type OrgGraph,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { SubjectOutline } from '../assessment/Assessments';
import type { Standing } from './FleetReader';

/** What a query without its page asks about. An empty value means nothing, not everything: nothing is called that. */
export function askedAbout(
  all: readonly Standing[],
  query: Omit<SubjectsQuery, 'limit' | 'cursor'>,
  {
    org,
    ofCheck,
    declaredOnly,
  }: {
    readonly org: OrgGraph;
    /** Those whose check has the status that is asked for; absent: no check is asked about. */
    readonly ofCheck?: ReadonlySet<SubjectKey>;
    readonly declaredOnly?: ReadonlySet<SubjectKey>;
  },
): readonly Standing[] {
  const { owner, system, domain, stage, environment, verdict, text, evidence } = query;
  const words = text?.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(
    standing =>
      (owner === undefined || isOwnedBy(standing, owner.toLowerCase(), org)) &&
      is(system, standing.systemRef) &&
      is(domain, standing.domainRef) &&
      is(stage, standing.stage) &&
      is(environment, standing.environment) &&
      is(verdict, standing.verdict) &&
      (words === undefined || (words.length > 0 && hasWords(standing, words))) &&
      (ofCheck === undefined || ofCheck.has(standing.key)) &&
      (evidence === undefined ||
        (evidence === 'declared' && declaredOnly?.has(standing.key) === true)),
  );
}

/** Of a group what its sub-groups own, too. */
function isOwnedBy({ ownerRef }: SubjectOutline, owner: string, org: OrgGraph): boolean {
  if (ownerRef === undefined) return false;
  return ownerRef === owner || groupsAbove(org, ownerRef).includes(owner);
}

function is(wanted: string | undefined, found: string | undefined): boolean {
  return wanted === undefined || wanted.toLowerCase() === found?.toLowerCase();
}

function hasWords(
  { title, key, ownerRef = '' }: SubjectOutline,
  words: readonly string[],
): boolean {
  const text = `${title} ${key} ${ownerRef}`.toLowerCase();
  return words.every(word => text.includes(word));
}

export function worstFirst(a: Standing, b: Standing): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    b.openMust - a.openMust ||
    a.title.localeCompare(b.title, 'en') ||
    (a.key < b.key ? -1 : 1)
  );
}

/** What can be filtered by, of all that the caller may read. */
export function facetsOf(seen: readonly Standing[]) {
  const of = (read: (standing: Standing) => string | undefined) =>
    [...new Set(seen.flatMap(standing => read(standing) ?? []))].sort();
  return {
    owners: of(({ ownerRef }) => ownerRef),
    systems: of(({ systemRef }) => systemRef),
    domains: of(({ domainRef }) => domainRef),
    stages: of(({ stage }) => stage),
    environments: of(({ environment }) => environment),
  };
}
