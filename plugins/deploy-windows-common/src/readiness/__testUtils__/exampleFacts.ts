import { factsFor, serviceFactsFor, type FactsInput } from '../facts/factsFor';
import type { Fact, Facts } from '../facts/fact';
import type { Subject } from '../subject';
import { subjectsOf } from '../subjects';
import { exampleEffective, exampleEntities, exampleOrg } from './exampleCatalog';

const ENTITIES = exampleEntities();
export const EXAMPLE_ORG = exampleOrg(ENTITIES);

/** The subjects of one entity of the examples. */
export function exampleSubjects(ref: string): readonly Subject[] {
  const entity = ENTITIES.get(ref);
  if (entity === undefined) throw new Error(`No example is called ${ref}`);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const { type, lifecycle, owner, system } = entity.spec ?? {};
  const optional = Object.entries({ type, lifecycle, owner, system }).flatMap(([key, value]) =>
    text(value) === undefined ? [] : [[key, text(value)]],
  );
  return subjectsOf({
    entityRef: ref,
    kind: entity.kind,
    title: entity.metadata.title ?? entity.metadata.name,
    tags: entity.metadata.tags ?? [],
    effective: exampleEffective(ENTITIES, ref),
    declares: entity.spec?.infra !== undefined,
    ...Object.fromEntries(optional),
  });
}

export function exampleInput(ref: string, environment: string): FactsInput {
  const subject = exampleSubjects(ref).find(({ view }) => view.environment === environment);
  if (subject === undefined) throw new Error(`${ref} has no environment ${environment}`);
  const dependsOn = ENTITIES.get(ref)?.spec?.dependsOn;
  const upstreams = Array.isArray(dependsOn) ? dependsOn.map(String) : [];
  return {
    subject,
    effective: exampleEffective(ENTITIES, ref),
    dependsOn: upstreams.map(upstream => ({ ref: upstream, external: true })),
    ownedRefs: [ref],
    org: EXAMPLE_ORG,
    secrets: [],
  };
}

export function exampleFacts(ref: string, environment: string): Facts {
  return factsFor(exampleInput(ref, environment));
}

export function exampleServiceFacts(ref: string): Facts {
  const [first] = exampleSubjects(ref);
  return serviceFactsFor(exampleInput(ref, first?.view.environment ?? ''));
}

/** `stores > db > backups > daily > retention`: a field of the item of that name. */
export function factNamed(facts: Facts, path: string): Fact | undefined {
  const [first = '', ...steps] = path.split(' > ');
  let fact = facts.fields[first];
  for (let at = 0; at < steps.length; at += 2) {
    if (fact?.state !== 'list') return fact;
    const item = fact.items.find(({ name }) => name === steps[at]);
    fact = item?.fields[steps[at + 1] ?? ''];
  }
  return fact;
}

/** A fact in one word or list, for tables. */
export function shortFact(fact: Fact | undefined): unknown {
  switch (fact?.state) {
    case 'stated':
      return fact.value;
    case 'texts':
      return fact.values;
    case 'list':
      return fact.items.map(({ name }) => name);
    case 'not-stated':
      return `? ${fact.wanted}`;
    case 'not-needed':
      return `not needed: ${fact.reason}`;
    default:
      return fact?.state;
  }
}
