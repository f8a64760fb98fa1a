import type { Entity } from '@backstage/catalog-model';
import {
  chainOf,
  effectiveInfra,
  environmentNames,
  stageOf,
  type ChainLink,
  type EntityChain,
} from 'backstage-plugin-infra-overview-common';
import { targetKey, type InputProblem } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Directory, KnownChain } from './Directory';
import { entityFacts } from './entityFacts';
import { neighboursOf } from './neighbours';
import type { Snapshot } from './Snapshot';
import type { EntityFacts, KnownTarget } from './TargetDirectory';
import { withDefaults } from './withDefaults';

/** What was worked out before, by everything it was worked out from. */
export type Remembered = Map<string, { readonly state: string; readonly value: unknown }>;

interface Known {
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly facts: ReadonlyMap<string, EntityFacts>;
  readonly remembered: Remembered;
}

// Thousands of entities take seconds: let requests in between.
const BREATHE_AFTER = 50;

export async function buildDirectory(
  snapshots: readonly Snapshot[],
  remembered: Remembered,
): Promise<Directory> {
  const known: Known = {
    snapshots: new Map(snapshots.map(snapshot => [snapshot.ref, snapshot])),
    entities: new Map(snapshots.map(({ ref, entity }) => [ref, entity as unknown as Entity])),
    facts: new Map(
      snapshots.map(snapshot => [
        snapshot.ref,
        remember(remembered, `facts ${snapshot.ref}`, snapshot.hash, () => entityFacts(snapshot)),
      ]),
    ),
    remembered,
  };
  const targets: KnownTarget[] = [];
  const chains = new Map<string, EntityChain>();
  let count = 0;
  for (const { ref, entity } of snapshots) {
    if (String(entity.kind).toLowerCase() === 'domain') continue;
    const chain = chainOf(known.entities, ref);
    chains.set(ref, chain);
    targets.push(...targetsOf(ref, chain, known));
    count += 1;
    if (count % BREATHE_AFTER === 0) await new Promise(resolve => setImmediate(resolve));
  }
  forget(remembered, known.snapshots);
  return directoryOf(targets, chains, known);
}

function directoryOf(
  targets: readonly KnownTarget[],
  chains: ReadonlyMap<string, EntityChain>,
  known: Known,
): Directory {
  const neighbours = neighboursOf(known.facts.values());
  const byKey = new Map(targets.map(target => [target.key, target]));
  const byEntity = new Map<string, KnownTarget[]>();
  for (const target of targets) {
    const own = byEntity.get(target.entityRef) ?? [];
    own.push(target);
    byEntity.set(target.entityRef, own);
  }
  return {
    targets,
    targetOf: key => byKey.get(key),
    ofEntity: ref => byEntity.get(ref) ?? [],
    facts: ref => known.facts.get(ref),
    entities: [...known.facts.values()],
    chainOf: ref => {
      const chain = chains.get(ref);
      return chain && knownChain(chain, known);
    },
    neighbours: ref => neighbours.get(ref) ?? [],
    problems: [
      ...[...chains.values()].flatMap(({ problems }) =>
        problems.map(({ entityRef = '', message }) => ({ source: entityRef, text: message })),
      ),
      ...[...known.facts.values()].flatMap(({ ref, refusal }) =>
        refusal === undefined ? [] : [{ source: ref, text: refusal }],
      ),
    ],
    unreadable: (ref, environment) => {
      const chain = chains.get(ref);
      const facts = known.facts.get(ref);
      if (chain === undefined || facts === undefined) return undefined;
      const problems = problemsOf(chain, known);
      const isLost = chain.links.some(({ entityRef }) => isUnreadable(known.facts.get(entityRef)));
      if (!isLost) return undefined;
      const { stage } = stageOf({ name: environment });
      return {
        key: targetKey(ref, environment),
        entityRef: ref,
        environment,
        stage,
        facts,
        chain: linksOf(chain, known),
        problems,
      };
    },
  };
}

function targetsOf(ref: string, chain: EntityChain, known: Known): readonly KnownTarget[] {
  const facts = known.facts.get(ref);
  if (facts === undefined) return [];
  const state = stateOf(chain, known);
  return remember(known.remembered, `targets ${ref}`, state, () => {
    const links = linksOf(chain, known);
    if (links.every(({ document }) => document?.environments === undefined)) return [];
    const effective = effectiveInfra(links);
    const problems = problemsOf(chain, known);
    const domain = domainOf(chain);
    const placed = { ...facts, ...(domain !== undefined && { domain }) };
    return environmentNames(effective).map((environment): KnownTarget => ({
      key: targetKey(ref, environment),
      entityRef: ref,
      environment,
      facts: placed,
      ...withDefaults(links, effective, environment),
      ...(problems.length > 0 && { problems }),
    }));
  });
}

function knownChain(chain: EntityChain, known: Known): KnownChain {
  const domain = domainOf(chain);
  return {
    links: linksOf(chain, known),
    state: stateOf(chain, known),
    problems: problemsOf(chain, known),
    ...(domain !== undefined && { domain }),
  };
}

function stateOf({ links, problems }: EntityChain, { snapshots }: Known): string {
  return [
    ...links.map(({ entityRef }) => snapshots.get(entityRef)?.hash),
    ...problems.map(({ code }) => code),
  ].join(' ');
}

/** The nearest one above. */
function domainOf({ links }: EntityChain): string | undefined {
  return links.filter(({ level }) => level === 'domain').at(-1)?.entityRef;
}

function linksOf({ links }: EntityChain, { facts }: Known): readonly ChainLink[] {
  return links.map(({ entityRef, level, title }) => {
    const document = facts.get(entityRef)?.document;
    return {
      entityRef,
      level,
      ...(title !== undefined && { title }),
      ...(document !== undefined && { document }),
    };
  });
}

/** A declared parent that cannot be read might hold a freeze. A cycle is cut, and only said. */
function problemsOf({ links, problems }: EntityChain, { facts }: Known): readonly InputProblem[] {
  const missing = problems
    .filter(({ code }) => code === 'missing-parent')
    .map(({ entityRef = '', message }): InputProblem => ({
      code: 'INPUT_INVALID',
      source: entityRef,
      text: message,
    }));
  const refused = links.flatMap(({ entityRef }): readonly InputProblem[] => {
    const found = facts.get(entityRef);
    if (!isUnreadable(found)) return [];
    return [
      {
        code: 'INPUT_INVALID',
        source: entityRef,
        text: `the document of ${entityRef} was never readable: ${found?.refusal ?? 'unknown'}`,
      },
    ];
  });
  return [...missing, ...refused];
}

function isUnreadable(facts: EntityFacts | undefined): boolean {
  return facts !== undefined && facts.outcome !== 'absent' && facts.document === undefined;
}

function remember<T>(remembered: Remembered, key: string, state: string, make: () => T): T {
  const found = remembered.get(key);
  if (found?.state === state) return found.value as T;
  const value = make();
  remembered.set(key, { state, value });
  return value;
}

function forget(remembered: Remembered, snapshots: ReadonlyMap<string, Snapshot>): void {
  for (const key of remembered.keys()) {
    if (!snapshots.has(key.slice(key.indexOf(' ') + 1))) remembered.delete(key);
  }
}
