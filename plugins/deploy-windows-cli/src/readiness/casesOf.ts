import type { JsonValue } from '@backstage/types';
import {
  askedChecks,
  declaredAnswers,
  factsFor,
  serviceFactsFor,
  subjectsOf,
  type AskedCheck,
  type Facts,
  type FirstSeen,
  type OrgGraph,
  type Pack,
  type Records,
  type Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { secretsInValue } from 'backstage-plugin-infra-overview-common/secrets';
import type { Source } from './sourcesIn';

/** A subject with all that it is judged by. */
export interface SubjectCase {
  readonly source: Source;
  readonly subject: Subject;
  readonly facts: Facts;
  readonly serviceFacts: Facts;
  readonly asked: readonly AskedCheck[];
  readonly packs: readonly { readonly pack: string; readonly because: string }[];
  /** Of a document and of `--answers`. */
  readonly records: Records;
}

export interface CaseOptions {
  readonly org: OrgGraph;
  readonly packs: readonly Pack[];
  readonly config: readonly { readonly pack: string }[];
  /** Of any subject. */
  readonly records: Records;
  /** What was so when an answer of a document was first seen; undefined: it is as of today. */
  readonly firstSeen: (subject: Subject) => FirstSeen;
}

export function casesOf(source: Source, options: CaseOptions): readonly SubjectCase[] {
  const { org, packs, config, records } = options;
  const { effective, dependsOn, placed } = source;
  const common = {
    effective,
    dependsOn,
    org,
    ownedRefs: [],
    secrets: secretsInValue(placed.entity as unknown as JsonValue),
  };
  return subjectsOf(source).map(subject => {
    const facts = factsFor({ ...common, subject });
    const serviceFacts = serviceFactsFor({ ...common, subject });
    const asked = askedChecks({ subject, effective, packs, config });
    const factsOf = ({ definition }: AskedCheck) =>
      definition.scope === 'environment' ? facts : serviceFacts;
    const declared = declaredAnswers(
      effective,
      subject,
      asked.asked,
      options.firstSeen(subject),
      factsOf,
    );
    const isHere = ({ subject: place }: { readonly subject: string }) =>
      place === subject.key || place === subject.entityRef;
    return {
      source,
      subject,
      facts,
      serviceFacts,
      asked: asked.asked,
      packs: asked.packs,
      records: {
        attestations: [...declared, ...records.attestations.filter(isHere)],
        waivers: records.waivers.filter(isHere),
      },
    };
  });
}
