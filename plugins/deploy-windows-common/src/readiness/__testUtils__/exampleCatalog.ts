import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import {
  chainOf,
  completeRef,
  effectiveInfra,
  readInfraDocument,
  type EffectiveInfra,
} from 'backstage-plugin-infra-overview-common';
import { parseAllDocuments } from 'yaml';
import type { OrgGraph, OrgGroup, OrgUser } from '../people/org';

const CATALOG = join(__dirname, '../../../../../catalog');
const EXAMPLES = ['noipm', 'listminut', 'tts', 'caktus', 'operating-applications'];

/** Every entity of the example organisations of this repository, by ref. */
export function exampleEntities(): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const folder of EXAMPLES) {
    for (const file of readdirSync(join(CATALOG, folder)).filter(name => name.endsWith('.yaml'))) {
      for (const document of parseAllDocuments(readFileSync(join(CATALOG, folder, file), 'utf8'))) {
        const entity = document.toJS() as Entity | null;
        if (entity?.metadata) entities.set(refOf(entity), entity);
      }
    }
  }
  return entities;
}

/** The document in force for one of them. */
export function exampleEffective(
  entities: ReadonlyMap<string, Entity>,
  ref: string,
): EffectiveInfra {
  const { links } = chainOf(entities, ref);
  return effectiveInfra(
    links.map(({ entity, ...link }) => {
      const read = readInfraDocument(entity.spec?.infra, { kind: entity.kind });
      return read.outcome === 'read' ? { ...link, document: read.document } : link;
    }),
  );
}

/** Their users and groups. */
export function exampleOrg(entities: ReadonlyMap<string, Entity>): OrgGraph {
  const users: Record<string, OrgUser> = {};
  const members = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  for (const [ref, { kind, metadata, spec }] of entities) {
    if (kind === 'User') {
      const groups = refs(spec?.memberOf);
      users[ref] = { title: metadata.title ?? metadata.name, active: true, groups };
      for (const group of groups) members.set(group, [...(members.get(group) ?? []), ref]);
    }
    const parent = kind === 'Group' ? refs([spec?.parent])[0] : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), ref]);
  }
  const groups: Record<string, OrgGroup> = {};
  for (const [ref, { kind, metadata, spec }] of entities) {
    if (kind !== 'Group') continue;
    const parent = refs([spec?.parent])[0];
    groups[ref] = {
      title: metadata.title ?? metadata.name,
      members: members.get(ref) ?? [],
      children: [...new Set([...(children.get(ref) ?? []), ...refs(spec?.children)])],
      ...(parent !== undefined && { parent }),
    };
  }
  return { users, groups };
}

function refs(names: unknown): string[] {
  const written: unknown[] = Array.isArray(names) ? names : [];
  return written
    .filter(name => typeof name === 'string')
    .flatMap(name => completeRef(name, { defaultKind: 'group' }) ?? []);
}

function refOf({ kind, metadata }: Entity): string {
  return `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase();
}
