import fc from 'fast-check';
import type { InfraDocument } from '../document';
import { anyDocument } from './__testUtils__/anyDocument';
import { leavesOf, saidAt, type Leaf } from './__testUtils__/leavesOf';
import type { ChainLevel, ChainLink } from './chain';
import { combineParts } from './combineParts';
import { effectiveInfra, type EffectiveInfra } from './effectiveInfra';
import { mergeKindOf } from './mergeTable';
import { originOf } from './origin';
import { sameJson } from './shape';
import { environmentNames } from './stage';
import { viewOf, type InfraView } from './viewOf';

const LEVELS: readonly ChainLevel[] = ['domain', 'system', 'component'];

/** The last of the documents is a Component's. */
function chainOf(...documents: readonly (InfraDocument | undefined)[]): ChainLink[] {
  const levels = LEVELS.slice(LEVELS.length - documents.length);
  return levels.map((level, index) => link(level, level, documents[index]));
}

function link(level: ChainLevel, name: string, document: InfraDocument | undefined): ChainLink {
  return { entityRef: `${level}:default/${name}`, level, ...(document && { document }) };
}

const anyChain = fc
  .array(fc.option(anyDocument, { nil: undefined, freq: 4 }), { minLength: 1, maxLength: 3 })
  .map(documents => chainOf(...documents));
const anyName = fc.constantFrom('production', 'staging', 'blue.2', 'nowhere');

const text = (value: unknown) => JSON.stringify(value);
/** An object that states nothing: what it held may have been left out. */
const isHollow = ({ value }: Leaf) => text(value) === '{}';

/** Values without an origin, or whose origin says something else. */
function wrongOrigins(
  holder: EffectiveInfra | InfraView,
  chain: readonly ChainLink[],
  isRewritten: (leaf: Leaf) => boolean = () => false,
): readonly unknown[] {
  const documents = new Map(chain.map(({ entityRef, document }) => [entityRef, document]));
  return leavesOf(holder.document).flatMap(leaf => {
    const origin = originOf(holder, leaf.path);
    if (origin?.level === 'built-in' || isHollow(leaf)) return [];
    const said = origin && saidAt(documents.get(origin.entityRef ?? ''), origin.path);
    if (said !== undefined && (isRewritten(leaf) || sameJson(said, asWritten(leaf)))) return [];
    return [{ leaf, origin, said: said ?? 'nothing' }];
  });
}

/** A collected item whose id is taken by a nearer one has a longer id than its document writes. */
function asWritten({ path, value }: Leaf) {
  return typeof value === 'string' && path.endsWith('].id')
    ? (value.split('@')[0] ?? value)
    : value;
}

function itemPaths({ document }: EffectiveInfra | InfraView): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path } of leavesOf(document)) {
    for (let at = path.indexOf(']'); at !== -1; at = path.indexOf(']', at + 1)) {
      paths.add(path.slice(0, at + 1));
    }
  }
  return paths;
}

describe('the effective document', () => {
  it.each(LEVELS)('of one %s alone is its document', level => {
    fc.assert(
      fc.property(anyDocument, document => {
        expect(effectiveInfra([link(level, 'alone', document)]).document).toEqual(document);
      }),
    );
  });

  it('does not change what it is made of', () => {
    fc.assert(
      fc.property(anyChain, chain => {
        const before = text(chain);
        const effective = effectiveInfra(chain);
        for (const name of environmentNames(effective)) viewOf(effective, name);
        combineParts(effective, [effective, effective]);
        expect(text(chain)).toBe(before);
      }),
    );
  });

  it('is what the nearest document says, wherever it speaks', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (domain, system, component) => {
        const { document } = effectiveInfra(chainOf(domain, system, component));
        const unheard = leavesOf(component).filter(leaf => {
          const kind =
            mergeKindOf(leaf.pattern.replace(/\.notNeeded$/, '')) ?? mergeKindOf(leaf.pattern);
          // What protects is the strictest, and an inner `[]` or refusal takes nothing away from what is collected.
          if (kind === 'strictest' || kind === 'collect' || isHollow(leaf)) return false;
          return !sameJson(saidAt(document, leaf.path), leaf.value);
        });
        expect(unheard).toEqual([]);
      }),
    );
  });

  it('does not change by an empty document below', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (domain, system) => {
        const without = effectiveInfra(chainOf(domain, system, undefined));
        const withEmpty = effectiveInfra(chainOf(domain, system, { schema: system.schema }));
        expect(withEmpty.document).toEqual(without.document);
      }),
    );
  });

  it('has for each value an origin, which really says it', () => {
    fc.assert(
      fc.property(anyChain, chain => {
        expect(wrongOrigins(effectiveInfra(chain), chain)).toEqual([]);
      }),
    );
  });
});

describe('the view of an environment', () => {
  it('invents no item but the processes that a default gives', () => {
    fc.assert(
      fc.property(anyChain, anyName, (chain, name) => {
        const effective = effectiveInfra(chain);
        const known = itemPaths(effective);
        const invented = [...itemPaths(viewOf(effective, name))].filter(
          path => !known.has(path) && !path.includes('.processes['),
        );
        expect(invented).toEqual([]);
      }),
    );
  });

  it('keeps what is stated', () => {
    fc.assert(
      fc.property(anyChain, anyName, (chain, name) => {
        const effective = effectiveInfra(chain);
        const changed = leavesOf(viewOf(effective, name).document).filter(leaf => {
          const stated = saidAt(effective.document, leaf.path);
          return (
            stated !== undefined &&
            !isHollow(leaf) &&
            !sameJson(stated, leaf.value) &&
            text(stated) !== '{}'
          );
        });
        expect(changed).toEqual([]);
      }),
    );
  });

  it('has for each value an origin, and what was filled in is written there', () => {
    fc.assert(
      fc.property(anyChain, anyName, (chain, name) => {
        expect(wrongOrigins(viewOf(effectiveInfra(chain), name), chain)).toEqual([]);
      }),
    );
  });

  it('of what it sees is the same again', () => {
    fc.assert(
      fc.property(anyChain, anyName, (chain, name) => {
        const effective = effectiveInfra(chain);
        const once = viewOf(effective, name);
        expect(viewOf({ ...effective, ...once }, name).document).toEqual(once.document);
      }),
    );
  });
});

describe('a System with its Components', () => {
  const anySystem = fc.tuple(anyDocument, anyDocument, anyDocument).map(([system, web, jobs]) => {
    const above = link('system', 'shop', system);
    return { above, below: [link('component', 'web', web), link('component', 'jobs', jobs)] };
  });

  it('of which one Component alone speaks is what that one says', () => {
    fc.assert(
      fc.property(anyDocument, component => {
        const above = chainOf(undefined, undefined, component).slice(0, 2);
        const part = effectiveInfra(chainOf(undefined, undefined, component));
        const { status, verified, topologies, ...said } = component;
        expect(combineParts(effectiveInfra(above), [part]).document).toEqual(said);
      }),
    );
  });

  it('without Components is the System', () => {
    fc.assert(
      fc.property(anyChain, chain => {
        const own = effectiveInfra(chain);
        expect(combineParts(own, [])).toEqual(own);
      }),
    );
  });

  it('has for each value an origin, which really says it', () => {
    fc.assert(
      fc.property(anySystem, ({ above, below }) => {
        const parts = below.map(part => effectiveInfra([above, part]));
        const combined = combineParts(effectiveInfra([above]), parts);
        const renamed = /(?:web|jobs)\.|@|production/i;
        const wrong = wrongOrigins(combined, [above, ...below], ({ value }) =>
          renamed.test(text(value)),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('loses no item of a Component', () => {
    fc.assert(
      fc.property(anySystem, ({ below }) => {
        const own = effectiveInfra([link('system', 'shop', undefined)]);
        const parts = below.map(part => effectiveInfra([part]));
        const plain = (path: string) => path.replace(/\[(?:web|jobs)\./g, '[').toLowerCase();
        const kept = new Set([...itemPaths(combineParts(own, parts))].map(plain));
        const lost = parts
          .flatMap(part => [...itemPaths(part)])
          .filter(
            // Defaults are worked into the items, answers are added up by the least, topologies are not inherited.
            path => !kept.has(plain(path)) && !/^(?:defaults|conformance|topologies)/.test(path),
          );
        expect(lost).toEqual([]);
      }),
    );
  });

  it('holds what all Components inherit once', () => {
    fc.assert(
      fc.property(anyDocument, system => {
        const above = link('system', 'shop', system);
        const own = effectiveInfra([above]);
        const parts = ['web', 'jobs'].map(name =>
          effectiveInfra([above, link('component', name, undefined)]),
        );
        expect(combineParts(own, parts).document).toEqual(own.document);
      }),
    );
  });
});
