import type { EffectiveInfra } from 'backstage-plugin-infra-overview-common';
import type { OrgGraph } from '../people/org';
import { UNDECLARED, type Subject } from '../subject';
import { alertFacts } from './alertFacts';
import { capacityFacts } from './capacityFacts';
import { componentFacts } from './componentFacts';
import { credentialFacts } from './credentialFacts';
import { deployFacts } from './deployFacts';
import { domainFacts } from './domainFacts';
import { entityFacts, type EntityRelations } from './entityFacts';
import { environmentFacts } from './environmentFacts';
import { exposureFacts } from './exposureFacts';
import type { Fact, Facts } from './fact';
import type { FactName } from './factTypes';
import { hostingFacts, platformsOfAll } from './hostingFacts';
import { logFacts } from './logFacts';
import { monitorFacts } from './monitorFacts';
import { processFacts } from './processFacts';
import { referenceEnvironment } from './referenceEnvironment';
import { Said } from './said';
import { securityFacts } from './securityFacts';
import type { SeenFact } from './seenFact';
import { sinkFacts } from './sinkFacts';
import { storeFacts } from './storeFacts';
import { supportFacts } from './supportFacts';
import { environmentIn, type Surroundings } from './surroundings';
import { thirdPartyFacts } from './thirdPartyFacts';
import { verticalFacts } from './verticalFacts';
import { viewsOf, type Views } from './views';

export interface FactsInput extends EntityRelations {
  readonly subject: Subject;
  /** Absent for a group: it has no document. */
  readonly effective?: EffectiveInfra;
  /** `viewsOf(effective)`, where several subjects of one entity are looked at. */
  readonly views?: Views;
  readonly org: OrgGraph;
  /** What sources see of the entity, of all its environments; absent where nobody looks. */
  readonly seen?: readonly SeenFact[];
}

/** Everything rules may ask about a subject. Pure: the same documents, relations and people give the same facts at any time. */
export function factsFor(input: FactsInput): Facts {
  const { subject, effective } = input;
  const ofEntity = entityFacts(subject, input);
  if (effective === undefined) return { fields: ofEntity };
  const around = surroundingsOf(input, effective, subject.environment ?? UNDECLARED);
  return { fields: { ...documentFacts(around), ...ofEntity } };
}

/**
 * For checks that are asked once of the whole service: with the lists of the environment that stands for it. Where none does, only
 * what no environment can change.
 */
export function serviceFactsFor(input: FactsInput): Facts {
  const { effective } = input;
  if (effective === undefined) return factsFor(input);
  const environment = referenceEnvironment(effective);
  if (environment !== undefined) {
    return factsFor({ ...input, subject: { ...input.subject, environment } });
  }
  const around = surroundingsOf(input, effective, UNDECLARED);
  return { fields: { ...wholeServiceFacts(around), ...entityFacts(input.subject, input) } };
}

function surroundingsOf(
  input: FactsInput,
  effective: EffectiveInfra,
  environment: string,
): Surroundings {
  const { subject, org, seen = [], views = viewsOf(effective) } = input;
  const { owner } = subject.view;
  const view = views(environment);
  return {
    effective,
    views,
    view,
    document: Said.document(view),
    environment: environmentIn(view),
    org,
    seen,
    owner: owner === UNDECLARED ? undefined : owner,
  };
}

type EntityFactName = keyof ReturnType<typeof entityFacts>;
type DocumentFacts = Readonly<Record<Exclude<FactName, EntityFactName>, Fact>>;

function documentFacts(around: Surroundings): DocumentFacts {
  return {
    ...wholeServiceFacts(around),
    ...hostingFacts(around),
    ...exposureFacts(around),
    ...processFacts(around),
    ...storeFacts(around),
    ...verticalFacts(around),
    ...deployFacts(around),
    ...logFacts(around),
    ...sinkFacts(around),
    ...alertFacts(around),
    ...monitorFacts(around),
    ...componentFacts(around),
    ...domainFacts(around),
    ...thirdPartyFacts(around),
    ...credentialFacts(around),
  };
}

function wholeServiceFacts(around: Surroundings) {
  return {
    ...environmentFacts(around),
    platforms: platformsOfAll(around),
    ...supportFacts(around),
    ...securityFacts(around),
    ...capacityFacts(around),
  };
}
