import { UNDECLARED, type Subject } from '../subject';
import type { Fact, FactItem, FactOrigin } from './fact';
import { partyItem } from './peopleFacts';
import { distinct, notStated } from './values';

/** What the catalog says of the entity, besides its document. */
export interface EntityRelations {
  /** `external`: judged by nobody here. */
  readonly dependsOn: readonly { readonly ref: string; readonly external: boolean }[];
  /** What the subject, or its group, owns. */
  readonly ownedRefs: readonly string[];
  /** What looks like a secret, by rule and path; absent: nobody looked. */
  readonly secrets?: readonly { readonly rule: string; readonly path: string }[];
}

export function entityFacts(subject: Subject, relations: EntityRelations) {
  const origin = (path: string): FactOrigin => ({
    entityRef: subject.entityRef,
    path,
    kind: 'declared',
  });
  return {
    upstreams: upstreams(relations, origin('spec.dependsOn')),
    owner: ownerFact(subject, origin('spec.owner')),
    ownedRefs: {
      state: 'texts',
      values: distinct(relations.ownedRefs),
      origin: origin('relations'),
    },
    secretFindings: secretFindings(relations, origin('')),
  } as const satisfies Readonly<Record<string, Fact>>;
}

function upstreams({ dependsOn }: EntityRelations, origin: FactOrigin): Fact {
  const items = dependsOn.map(({ ref, external }): FactItem => ({
    name: ref,
    path: origin.path,
    fields: {
      ref: { state: 'stated', value: ref, origin },
      external: { state: 'stated', value: external, origin },
    },
  }));
  return { state: 'list', items, origin };
}

function ownerFact({ view: { owner } }: Subject, origin: FactOrigin): Fact {
  if (owner === UNDECLARED) return notStated(origin.path);
  return { state: 'list', items: [partyItem(owner, origin.path, origin, { owner })], origin };
}

function secretFindings({ secrets }: EntityRelations, origin: FactOrigin): Fact {
  if (secrets === undefined) return notStated('');
  const items = secrets.map(({ rule, path }): FactItem => ({
    name: rule,
    path,
    fields: {
      rule: { state: 'stated', value: rule, origin: { ...origin, path } },
      path: { state: 'stated', value: path, origin: { ...origin, path } },
    },
  }));
  return { state: 'list', items, origin };
}
