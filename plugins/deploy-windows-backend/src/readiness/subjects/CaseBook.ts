import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  partsBySystem,
  type CheckDefinition,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { isStorable } from '../../database/jsonRows';
import { breathe } from '../breathe';
import { casesOf, type Dependency, type SubjectCase } from './casesOf';
import { dependenciesIn } from './dependencies';
import { groupCase } from './groupCase';
import { judgedEntities } from './judgedEntities';
import type { World } from './World';

export interface CaseHash {
  readonly key: SubjectKey;
  readonly facts: string;
  readonly asked: string;
}

export interface HashedCase extends SubjectCase {
  readonly hash: CaseHash;
}

export interface CaseBookOptions {
  readonly subjects?: FilterPredicate;
  readonly digest: (text: string) => string;
  readonly hashOf: (definition: CheckDefinition) => string;
  readonly logger: Pick<LoggerService, 'error'>;
}

const LONGEST_KEY = 640;
const MOST_FRESH = 500;
// Thousands of entities take seconds: let requests in between.
const BREATHE_AFTER = 20;

interface Shape {
  readonly judged: ReadonlySet<string>;
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** What each group owns of it, for groups that exist. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
  /** The Components of each System. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}
const EMPTY: Shape = {
  judged: new Set(),
  dependencies: new Map(),
  dependents: new Map(),
  owned: new Map(),
  parts: new Map(),
};

/** What is judged in a world. Hashes are remembered while what they were made of stands; facts are made when they are needed. */
export class CaseBook {
  readonly #options: CaseBookOptions;
  readonly #remembered = new Map<
    string,
    { readonly state: string; readonly hashes: readonly CaseHash[] }
  >();
  readonly #fresh = new Map<
    string,
    { readonly state: string; readonly cases: readonly HashedCase[] }
  >();
  #shape: { readonly world: World; readonly shape: Shape } | undefined;

  constructor(options: CaseBookOptions) {
    this.#options = options;
  }

  /** Of every entity that is judged, one after another. */
  async *hashes(world: World): AsyncIterable<readonly CaseHash[]> {
    const { judged, owned } = this.#shapeOf(world);
    let made = 0;
    for (const ref of [...judged, ...owned.keys()]) {
      const state = this.#stateOf(world, ref);
      const known = this.#remembered.get(ref);
      if (known?.state === state) {
        yield known.hashes;
        continue;
      }
      yield this.cases(world, ref).map(({ hash }) => hash);
      made += 1;
      if (made % BREATHE_AFTER === 0) await breathe();
    }
    for (const ref of this.#remembered.keys())
      if (!judged.has(ref) && !owned.has(ref)) this.#remembered.delete(ref);
  }

  /** What was made a moment ago is not made again. */
  cases(world: World, entityRef: string): readonly HashedCase[] {
    const { judged, owned } = this.#shapeOf(world);
    if (!judged.has(entityRef) && !owned.has(entityRef)) return [];
    const state = this.#stateOf(world, entityRef);
    const fresh = this.#fresh.get(entityRef);
    if (fresh?.state === state) return fresh.cases;
    const cases = this.#tryToMake(world, entityRef);
    this.#remembered.set(entityRef, { state, hashes: cases.map(({ hash }) => hash) });
    this.#fresh.delete(entityRef);
    this.#fresh.set(entityRef, { state, cases });
    for (const oldest of this.#fresh.keys()) {
      if (this.#fresh.size <= MOST_FRESH) break;
      this.#fresh.delete(oldest);
    }
    return cases;
  }

  /** Who depends on an entity, among those that are judged. */
  dependents(world: World, entityRef: string): readonly string[] {
    return this.#shapeOf(world).dependents.get(entityRef) ?? [];
  }

  /** One that cannot be worked out is not known; all others are judged. */
  #tryToMake(world: World, entityRef: string): readonly HashedCase[] {
    try {
      return this.#make(world, entityRef);
    } catch (error) {
      this.#options.logger.error(`${entityRef} cannot be judged`, error as Error);
      return [];
    }
  }

  #make(world: World, entityRef: string): readonly HashedCase[] {
    const { judged, dependencies, owned, parts } = this.#shapeOf(world);
    const owns = owned.get(entityRef);
    if (owns !== undefined) {
      const one = groupCase(world, entityRef, owns);
      return [{ ...one, hash: this.#hashOf(one) }];
    }
    const facts = world.directory.facts(entityRef);
    const chain = world.directory.chainOf(entityRef);
    if (facts === undefined || chain === undefined) return [];
    const dependsOn = (dependencies.get(entityRef) ?? []).map((ref): Dependency => ({
      ref,
      external: !judged.has(ref),
    }));
    const below = (parts.get(entityRef) ?? []).flatMap(ref => world.directory.chainOf(ref) ?? []);
    return (
      casesOf(world, facts, chain, { dependsOn, parts: below })
        // The name of an environment may be anything. One that cannot be a key is judged by nobody: it is not known.
        .filter(({ subject }) => isStorable(subject.key, LONGEST_KEY))
        .map((one): HashedCase => ({ ...one, hash: this.#hashOf(one) }))
    );
  }

  #stateOf({ directory, org, shelf, observed }: World, ref: string): string {
    const { judged, dependencies, owned, parts } = this.#shape?.shape ?? EMPTY;
    const around = (dependencies.get(ref) ?? []).map(other => `${other} ${judged.has(other)}`);
    const owns = owned.get(ref) ?? [];
    const below = (parts.get(ref) ?? []).map(part => `${part} ${directory.chainOf(part)?.state}`);
    const own = directory.chainOf(ref)?.state;
    const seen = JSON.stringify(observed.of(ref));
    return [own, org.hash, shelf.hash, seen, ...around, ...owns, ...below].join('\n');
  }

  #shapeOf(world: World): Shape {
    const kept = this.#shape;
    if (kept?.world.directory === world.directory && kept.world.org === world.org)
      return kept.shape;
    const judged = new Set(
      judgedEntities(world.directory, this.#options.subjects).map(({ ref }) => ref),
    );
    const parts = partsBySystem(world.directory.entities);
    const dependencies = dependenciesIn(world.directory.entities);
    const dependents = new Map<string, string[]>();
    for (const [ref, others] of dependencies)
      if (judged.has(ref))
        for (const other of others) dependents.set(other, [...(dependents.get(other) ?? []), ref]);
    const owned = ownedBy(world, judged);
    const shape = { judged, dependencies, dependents, owned, parts };
    this.#shape = { world, shape };
    return shape;
  }

  #hashOf({
    subject,
    effective,
    facts,
    serviceFacts,
    asked,
    packs,
    ...refs
  }: SubjectCase): CaseHash {
    const { digest, hashOf } = this.#options;
    const { target: _, ...owners } = refs;
    const { conformance } = effective.document;
    return {
      key: subject.key,
      facts: digest(JSON.stringify([subject, facts, serviceFacts, conformance, owners])),
      asked: digest(
        JSON.stringify([packs, asked.map(({ definition, ...rest }) => [hashOf(definition), rest])]),
      ),
    };
  }
}

function ownedBy(
  { directory, org }: World,
  judged: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const owned = new Map<string, string[]>();
  for (const ref of [...judged].sort()) {
    const owner = directory.facts(ref)?.owner;
    if (owner === undefined || !Object.hasOwn(org.graph.groups, owner)) continue;
    owned.set(owner, [...(owned.get(owner) ?? []), ref]);
  }
  return owned;
}
