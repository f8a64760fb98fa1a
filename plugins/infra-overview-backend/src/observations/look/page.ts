import {
  effectiveInfra,
  wantedApps,
  type EffectiveInfra,
  type Overview,
} from 'backstage-plugin-infra-overview-common';

/** What has to be known of a page to look for what is observed of it. */
export interface Page {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
  readonly effective: EffectiveInfra;
  /** Parts of the entity and the System it belongs to. */
  readonly relatedRefs: readonly string[];
  /** A part of a System: what nobody declared is shown at the System only. */
  readonly only: 'whole-project' | 'declared-items';
  readonly apps: readonly { readonly platform: string; readonly app: string }[];
}

export function pageOf({ entity, effective, chain, parts }: Overview): Page {
  const system = chain.find(link => link.level === 'system' && link.entityRef !== entity.ref);
  const own = chain.at(-1);
  // Without a document there still is a page, and what a source was told to look at for it.
  const stated =
    effective ?? effectiveInfra([{ entityRef: entity.ref, level: own?.level ?? 'component' }]);
  return {
    entityRef: entity.ref,
    title: entity.title,
    ...(entity.owner !== undefined && { owner: entity.owner }),
    effective: stated,
    relatedRefs: [
      ...parts.map(part => part.entityRef),
      ...(system === undefined ? [] : [system.entityRef]),
    ],
    only: system === undefined && own?.level !== 'domain' ? 'whole-project' : 'declared-items',
    apps: wantedApps(stated),
  };
}

/** What to ask the store for, of several pages at once. */
export function subjectsOf(pages: readonly Page[]) {
  return {
    apps: [...new Set(pages.flatMap(({ apps }) => apps.map(({ app }) => app)))],
    entityRefs: [
      ...new Set(pages.flatMap(({ entityRef, relatedRefs }) => [entityRef, ...relatedRefs])),
    ],
  };
}
