import {
  type EffectiveInfra,
  type Fact,
  type LocatedFact,
  factsAt,
  parseFactPath,
} from 'backstage-plugin-infra-overview-common';
import { effectiveOf } from './__testUtils__/chainOf';
import { loadCatalog } from './__testUtils__/loadCatalog';
import { readFacts } from './__testUtils__/readFacts';

/** Each source, the entity that answers for it, and how many facts the source was found to hold. */
const ORGANISATIONS = [
  { organisation: 'noipm', anchor: 'system:default/noipm', rows: 76 },
  {
    organisation: 'operating-applications',
    anchor: 'domain:default/operating-applications',
    rows: 49,
  },
  { organisation: 'tts', anchor: 'domain:default/tts', rows: 262 },
  { organisation: 'caktus', anchor: 'domain:default/caktus', rows: 106 },
  { organisation: 'listminut', anchor: 'system:default/listminut', rows: 102 },
] as const;

const catalog = loadCatalog();

describe.each(ORGANISATIONS)('facts of $organisation', ({ organisation, anchor, rows }) => {
  const facts = readFacts(organisation);

  it('are all listed, once', () => {
    expect(facts).toHaveLength(rows);
    expect(new Set(facts.map(fact => fact.id)).size).toBe(rows);
  });

  it('are held by the catalog', () => {
    const effective = effectiveOf(catalog, anchor);
    const missing: string[] = [];
    for (const { id, held } of facts) {
      if (held.length === 0) missing.push(`${organisation} ${id}: no path`);
      for (const path of held) {
        if (!isHeld(effective, path)) missing.push(`${organisation} ${id}: ${path}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('that the source lacks are gaps in the catalog too', () => {
    const effective = effectiveOf(catalog, anchor);
    const invented: string[] = [];
    for (const { id, gaps } of facts) {
      for (const path of gaps) {
        if (factsAt(effective, path).some(({ fact }) => fact.state !== 'not-stated'))
          invented.push(`${organisation} ${id}: ${path}`);
      }
    }
    expect(invented).toEqual([]);
  });
});

/** `[]` speaks of every item; an item picked by a field (`[topic=network]`) of at least one that has it. */
function isHeld(effective: EffectiveInfra, path: string): boolean {
  const found = factsAt(effective, path);
  const holds = ({ fact }: LocatedFact) => isStated(fact, path);
  return path.includes('[]') ? found.every(holds) : found.some(holds);
}

/** "None" and "not needed" are statements too, but not of a value that was asked for. */
function isStated(fact: Fact, path: string): boolean {
  switch (fact.state) {
    case 'stated':
      return true;
    case 'none':
    case 'not-needed':
      return parseFactPath(path)?.equals === undefined;
    case 'not-stated':
      return false;
    default:
      throw new Error(fact satisfies never);
  }
}
