import {
  combineParts,
  effectiveInfra,
  type EffectiveInfra,
} from 'backstage-plugin-infra-overview-common';
import { secretsInValue } from 'backstage-plugin-infra-overview-common/secrets';
import {
  askedChecks,
  factsFor,
  referenceEnvironment,
  serviceFactsFor,
  subjectsOf,
  viewsOf,
  type AskedCheck,
  type Facts,
  type Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { KnownChain } from '../../policy/Directory';
import type { EntityFacts, KnownTarget } from '../../policy/TargetDirectory';
import { asWritten } from './asWritten';
import type { World } from './World';

/** A subject with all that it is judged by, apart from what people said. */
export interface SubjectCase {
  readonly subject: Subject;
  readonly effective: EffectiveInfra;
  readonly target?: KnownTarget;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly facts: Facts;
  /** Absent where the subject itself stands for the service. */
  readonly serviceFacts?: Facts;
  readonly asked: readonly AskedCheck[];
  readonly packs: readonly { readonly pack: string; readonly because: string }[];
}

/** Whom an entity depends on, and which of those nobody judges. */
export interface Dependency {
  readonly ref: string;
  readonly external: boolean;
}

export interface Around {
  readonly dependsOn: readonly Dependency[];
  /** The chains of its Components: a System is judged with what they say, as its page shows it. */
  readonly parts: readonly KnownChain[];
}

export function casesOf(
  { directory, org, shelf, observed }: World,
  facts: EntityFacts,
  chain: KnownChain,
  { dependsOn, parts }: Around,
): readonly SubjectCase[] {
  const effective = combineParts(
    effectiveInfra(chain.links),
    parts.map(({ links }) => effectiveInfra(links)),
  );
  const views = viewsOf(effective);
  const reference = referenceEnvironment(effective)?.toLowerCase();
  const { owner, system } = facts;
  const { domain = facts.domain } = chain;
  const subjects = subjectsOf({
    ...described(facts),
    ...(domain && { domain }),
    effective,
    views,
    declares: facts.outcome !== 'absent',
  });
  const secrets = secretsInValue(asWritten(facts));
  const seen = observed.of(facts.ref);
  const common = { effective, views, dependsOn, ownedRefs: [], org: org.graph, secrets, seen };
  const targets = directory.ofEntity(facts.ref);
  return subjects.map((subject): SubjectCase => {
    const target = targets.find(
      ({ environment }) => environment.toLowerCase() === subject.environment,
    );
    const serviceFacts =
      subject.environment === reference ? undefined : serviceFactsFor({ ...common, subject });
    const { asked, packs } = askedChecks({
      subject,
      effective,
      packs: shelf.packs,
      config: shelf.asked,
    });
    return {
      subject,
      effective,
      facts: factsFor({ ...common, subject }),
      asked,
      packs,
      ...(serviceFacts !== undefined && { serviceFacts }),
      ...(target !== undefined && { target }),
      ...(owner !== undefined && { ownerRef: owner }),
      ...(system !== undefined && { systemRef: system }),
      ...(domain !== undefined && { domainRef: domain }),
    };
  });
}

function described({ ref, kind, title, tags, owner, system, entity }: EntityFacts) {
  const { type, lifecycle } = (entity.spec ?? {}) as Readonly<Record<string, unknown>>;
  return {
    entityRef: ref,
    kind,
    title,
    tags,
    ...(typeof type === 'string' && { type }),
    ...(typeof lifecycle === 'string' && { lifecycle }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
  };
}
