import { counted } from 'backstage-plugin-infra-overview-common';
import type { Fact, FactItem, Facts } from '../facts/fact';
import type { OrgGraph } from '../people/org';
import { peopleOf } from '../people/peopleOf';
import type { OwnedEntity } from './ownedEntity';
import type { OwnerFinding } from './ownerFindings';

/** One person alone can deploy, read a credential or is told by an alert: when they leave, nobody can. Nobody is named. */
export function onePersonAlone(
  { title, facts = [] }: OwnedEntity,
  org: OrgGraph,
): OwnerFinding | undefined {
  const held = new Set(facts.flatMap(each => heldByOne(each, org)));
  if (held.size === 0) return undefined;
  const [first, ...more] = [...held].sort();
  const rest = more.length === 0 ? '' : `, and ${counted(more.length, 'more thing')}`;
  return {
    code: 'one-person-alone',
    level: 'must',
    text: `${title}: one person alone ${first ?? ''}${rest}`,
    next: 'See what breaks when this person leaves, and name a group or a second person.',
  };
}

function heldByOne({ fields }: Facts, org: OrgGraph): readonly string[] {
  const held: string[] = [];
  if (isOne(fields['deploy.by'], org)) held.push('can deploy it');
  for (const { name, fields: credential } of itemsOf(fields.credentials)) {
    if (isOne(credential.access, org)) held.push(`can read the credential ${name}`);
  }
  for (const { name, fields: alert } of itemsOf(fields.alerts)) {
    if (isOne(alert.targets, org)) held.push(`is reached by the alert ${name}`);
  }
  return held;
}

/** Who else there may be, and is not known, is no finding: the check that asks for it says so. */
function isOne(fact: Fact | undefined, org: OrgGraph): boolean {
  const { users, maybeMore } = peopleOf(org, fact);
  return users.length === 1 && !maybeMore;
}

function itemsOf(fact: Fact | undefined): readonly FactItem[] {
  return fact?.state === 'list' ? fact.items : [];
}
