import {
  effectiveInfra,
  type EffectiveInfra,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import { aChainLink } from 'backstage-plugin-infra-overview-common/testUtils';
import type { FactsInput } from '../facts/factsFor';
import type { OrgGraph, OrgGroup } from '../people/org';
import { subjectsOf, type SubjectSource } from '../subjects';

export type Sections = Partial<Omit<InfraDocument, 'schema'>>;

export const WEB = 'component:default/web';

/** The document of `component:default/web`, below a standard where one is given. */
export function anEffective(component: Sections, domain?: Sections): EffectiveInfra {
  const standard = domain === undefined ? [] : [aChainLink('domain', domain)];
  return effectiveInfra([...standard, aChainLink('component', component)]);
}

export function aSource(fields: Partial<SubjectSource> = {}): SubjectSource {
  return {
    entityRef: WEB,
    kind: 'Component',
    title: 'Web',
    type: 'service',
    tags: [],
    owner: 'group:default/team',
    effective: anEffective({ environments: [{ name: 'production' }] }),
    declares: true,
    ...fields,
  };
}

/** Two people in `team`, one of them in `leads` below it as well, one who left, and a group of nobody. */
export const ORG: OrgGraph = {
  users: {
    'user:default/ada': aUser('Ada', ['group:default/team']),
    'user:default/ben': aUser('Ben', ['group:default/leads']),
    'user:default/gone': { ...aUser('Gone', ['group:default/team']), active: false },
  },
  groups: {
    'group:default/company': aGroup({ children: ['group:default/team'] }),
    'group:default/team': aGroup({
      members: ['user:default/ada', 'user:default/gone', 'user:default/never'],
      children: ['group:default/leads'],
      parent: 'group:default/company',
    }),
    'group:default/leads': aGroup({
      members: ['user:default/ben'],
      parent: 'group:default/team',
    }),
    'group:default/nobody': aGroup({}),
  },
};

/** What is asked about the first environment of a document. */
export function anInput(
  component: Sections,
  options: { readonly domain?: Sections; readonly environment?: string } = {},
): FactsInput {
  const effective = anEffective(component, options.domain);
  const subjects = subjectsOf(aSource({ effective }));
  const subject =
    subjects.find(({ environment }) => environment === options.environment) ?? subjects[0];
  if (subject === undefined) throw new Error('There is always a subject');
  return { subject, effective, dependsOn: [], ownedRefs: [WEB], org: ORG };
}

function aUser(title: string, groups: readonly string[]) {
  return { title, active: true, groups };
}

function aGroup(fields: Partial<OrgGroup>): OrgGroup {
  return { title: 'A group', members: [], children: [], ...fields };
}
