import {
  effectiveInfra,
  readInfraDocument,
  type ChainLevel,
  type ChainLink,
} from 'backstage-plugin-infra-overview-common';
import { askedChecks, type AskedChecksInput } from '../pack/askedChecks';
import type { AskedCheck, Pack } from '../pack/pack';
import { readPacks } from '../pack/readPacks';
import type { Subject, SubjectView } from '../subject';

export function aView(part: Partial<SubjectView> = {}): SubjectView {
  return {
    kind: 'component',
    type: 'service',
    lifecycle: 'production',
    tier: 'undeclared',
    stage: 'production',
    environment: 'production',
    platform: 'heroku',
    exposure: 'public',
    static: 'no',
    owner: 'group:default/team',
    system: 'undeclared',
    domain: 'undeclared',
    tags: [],
    ...part,
  };
}

export function aSubject(part: Partial<SubjectView> = {}): Subject {
  const view = aView(part);
  const entityRef = 'component:default/web';
  const { environment } = view;
  return { key: `${entityRef}#${environment}`, entityRef, title: 'Web', environment, view };
}

const REFS: Readonly<Record<ChainLevel, string>> = {
  domain: 'domain:default/org',
  system: 'system:default/shop',
  component: 'component:default/web',
};

/** Documents by level, outermost first. */
export function aChain(
  documents: Partial<Record<ChainLevel, object>>,
): AskedChecksInput['effective'] {
  const links = (['domain', 'system', 'component'] as const).map((level): ChainLink => {
    const document = documents[level];
    if (document === undefined) return { level, entityRef: REFS[level] };
    const read = readInfraDocument({ schema: 'infra-overview.io/v1alpha1', ...document });
    if (read.outcome !== 'read' || read.problems.length > 0) {
      throw new Error(JSON.stringify(read));
    }
    return { level, entityRef: REFS[level], document: read.document };
  });
  return effectiveInfra(links);
}

const HEAD = 'schema: deploy-windows.io/readiness-pack/v1\nversion: 1\n';
const BASICS = `${HEAD}pack: suite-basics
checks:
  - { id: x.owner, basis: required, scope: service, mode: automatic, title: T, why: W, rule: { declared: owner }, level: [{ level: must }] }
  - { id: x.reviewed, basis: advice, scope: group, mode: attested, title: T, why: W, attest: { statement: S, validFor: P90D } }
`;
const ACME = `${HEAD}pack: acme
parameters: { tags: [Project], stores: [vault, 1password] }
checks:
  - { id: a.bold, basis: bold, scope: environment, mode: automatic, title: T, why: W, rule: { declared: platform } }
  - { id: a.advice, basis: advice, scope: environment, mode: automatic, title: T, why: W, rule: { declared: platform } }
  - { id: a.every, basis: bold, everyStage: true, scope: environment, mode: automatic, title: T, why: W, rule: { declared: platform } }
  - { id: a.tags, basis: required, scope: environment, mode: automatic, title: T, why: W, rule: { contains: { tagKeys: P.tags } } }
  - { id: a.stores, basis: required, scope: environment, mode: automatic, title: T, why: W, rule: { oneOf: { platform: P.stores } } }
`;
const MINE = `${HEAD}pack: mine
extends: acme@1
changes: [{ id: a.advice, level: must }, { id: a.bold, level: 'off', reason: we do without }]
`;

export const PACKS: readonly Pack[] = readPacks({ basics: BASICS, acme: ACME, mine: MINE }).flatMap(
  ({ pack }) => pack ?? [],
);

export function asked(
  documents: Partial<Record<ChainLevel, object>>,
  view: Partial<SubjectView> = {},
  more: Partial<Pick<AskedChecksInput, 'packs' | 'config'>> = {},
): readonly AskedCheck[] {
  return askedChecks({
    subject: aSubject(view),
    effective: aChain(documents),
    packs: PACKS,
    config: [],
    ...more,
  }).asked;
}

/** `must`, `recommended`, `off`, or `recommended, must from 2027-03-01`. */
export function levelText({ requirement }: AskedCheck): string {
  return requirement.steps
    .map(({ level, from }) =>
      from === undefined ? level : `${level} from ${new Date(from).toISOString().slice(0, 10)}`,
    )
    .join(', ');
}

export function levels(checks: readonly AskedCheck[]): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(check => [check.definition.id, levelText(check)]));
}
