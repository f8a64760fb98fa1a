import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  chainOf,
  combineParts,
  effectiveInfra,
  elementAt,
  environmentNames,
  fieldRows,
  readInfraDocument,
  viewOf,
  type ChainLink,
  type EffectiveInfra,
  type FieldRow,
} from 'backstage-plugin-infra-overview-common';
import { parse } from 'csv-parse/sync';
import { parseAllDocuments } from 'yaml';

const CATALOG = join(__dirname, '../../../../catalog');

export interface FactToFind {
  readonly id: string;
  /** Path of the element that holds the fact. */
  readonly element: string;
  /** What must be read there. */
  readonly words: string;
}

/** Rows of an inventory, evenly spread over it, with the words that the page must show for them. */
export function sampleFacts(
  organisation: { readonly folder: string; readonly kind: string; readonly name: string },
  count: number,
): readonly FactToFind[] {
  const text = readFileSync(join(CATALOG, organisation.folder, 'facts.csv'), 'utf8');
  const rows: readonly { id: string; path: string }[] = parse(text, { columns: true });
  const effective = effectiveOf(`${organisation.kind}:default/${organisation.name}`);
  const facts = rows.flatMap(({ id, path }) =>
    path.split('; ').flatMap(each => factAt(effective, id, each) ?? []),
  );
  const step = Math.max(1, Math.floor(facts.length / count));
  return facts.filter((_, index) => index % step === 0).slice(0, count);
}

/** `addons[db].product` → the words of that field in the drawer of `addons[db]`. Paths without an item are read on the page itself. */
function factAt(effective: EffectiveInfra, id: string, path: string): FactToFind | undefined {
  const [, element, field] = /^([a-zA-Z.]+\[[^\]=]+\])\.([a-zA-Z]+)/.exec(path) ?? [];
  if (element === undefined || field === undefined) return undefined;
  const [environment = 'production'] = environmentNames(effective);
  const view = viewOf(effective, environment);
  const detail = elementAt(view, element, 0);
  if (detail === undefined) return undefined;
  const row = fieldRows(detail.item, element, view.origins, view.document).find(
    each => each.path === `${element}.${field}`,
  );
  const words = row === undefined ? undefined : firstWords(row);
  return words === undefined || words === '' ? undefined : { id, element, words };
}

/** A field that has fields of its own is drawn field by field: the first of them is what can be read on the page. */
function firstWords({ rows: [inner] = [], list, text }: FieldRow): string {
  return inner === undefined ? (list?.[0] ?? text) : firstWords(inner);
}

function effectiveOf(ref: string): EffectiveInfra {
  const entities = catalogEntities();
  const own = effectiveInfra(linksOf(entities, ref));
  const parts = [...entities.values()].filter(
    ({ kind, spec }) =>
      kind === 'Component' &&
      ref === `system:default/${String(spec?.system).replace(/^.*[:/]/, '')}`,
  );
  return combineParts(
    own,
    parts.map(part => effectiveInfra(linksOf(entities, stringifyEntityRef(part)))),
  );
}

function linksOf(entities: ReadonlyMap<string, Entity>, ref: string): readonly ChainLink[] {
  return chainOf(entities, ref).links.map(({ entityRef, level, entity }) => {
    const read = readInfraDocument(entity.spec?.infra);
    return { entityRef, level, ...(read.outcome === 'read' && { document: read.document }) };
  });
}

function catalogEntities(): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const file of readdirSync(CATALOG, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    for (const document of parseAllDocuments(readFileSync(join(CATALOG, file), 'utf8'))) {
      const entity: Entity = document.toJS();
      if (entity?.kind) entities.set(stringifyEntityRef(entity), entity);
    }
  }
  return entities;
}
