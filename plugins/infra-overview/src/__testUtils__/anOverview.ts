import {
  combineParts,
  effectiveInfra,
  readInfraDocument,
  type ChainLink,
  type EffectiveInfra,
  type InfraDocument,
  type Overview,
  type OverviewEntity,
} from 'backstage-plugin-infra-overview-common';

export const NOW = Date.parse('2026-11-24T10:00:00Z');

export const SHOP_ENTITY: OverviewEntity = {
  ref: 'component:default/shop',
  kind: 'Component',
  namespace: 'default',
  name: 'shop',
  title: 'Shop',
  sourceUrl: 'https://code.example/shop/catalog-info.yaml',
  editUrl: 'https://code.example/shop/edit/catalog-info.yaml',
};

export function documentOf(value: unknown): InfraDocument {
  const result = readInfraDocument(value);
  if (result.outcome !== 'read' || result.problems.length > 0)
    throw new Error(`The document of a test was not read: ${JSON.stringify(result)}`);
  return result.document;
}

/** The answer of the backend about a document, with whatever the test says otherwise. */
export function anOverview(value: unknown, changes: Partial<Overview> = {}): Overview {
  const entity = changes.entity ?? SHOP_ENTITY;
  const level = levelOf(entity.kind);
  return {
    entity,
    outcome: 'read',
    problems: [],
    notUnderstood: [],
    chain: [{ entityRef: entity.ref, level, title: entity.title, outcome: 'read' }],
    parts: [],
    effective: effectiveOf([{ entityRef: entity.ref, level, document: documentOf(value) }]),
    computedAt: NOW,
    ...changes,
  };
}

export function effectiveOf(chain: readonly ChainLink[]): EffectiveInfra {
  return effectiveInfra(chain);
}

/** A System with its Components. */
export function combined(own: EffectiveInfra, parts: readonly EffectiveInfra[]): EffectiveInfra {
  return combineParts(own, parts);
}

/** The same without what the page is made of: nothing could be read. */
export function withoutEffective(overview: Overview): Overview {
  const { effective, ...rest } = overview;
  return rest;
}

function levelOf(kind: string): ChainLink['level'] {
  if (kind === 'Domain') return 'domain';
  return kind === 'System' ? 'system' : 'component';
}
