import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { canonicalText } from '../../policy/canonicalText';
import { orgGraph } from './orgGraph';
import type { OrgSource } from './OrgSource';
import type { OrgStore } from './OrgStore';

export interface RefreshOrgOptions {
  readonly source: OrgSource;
  readonly store: OrgStore;
  readonly inactive?: FilterPredicate;
  readonly digest: (text: string) => string;
  readonly signal: AbortSignal;
}

/** Fingerprints of everybody; everybody when one differs. A run that was cut short changes nothing. */
export async function refreshOrg(options: RefreshOrgOptions): Promise<void> {
  const { source, store, inactive, digest, signal } = options;
  const seen: string[] = [canonicalText({ inactive: inactive ?? null })];
  let isWhole = true;
  for await (const page of source.outline()) {
    if (signal.aborted) return;
    for (const { ref, etag } of page) {
      seen.push(`${ref} ${etag}`);
      if (etag === undefined) isWhole = false;
    }
  }
  const fingerprint = digest(seen.sort().join('\n'));
  if (isWhole && (await store.fingerprint()) === fingerprint) return;
  const entities: Entity[] = [];
  for await (const page of source.entities()) {
    if (signal.aborted) return;
    entities.push(...page);
  }
  const org = JSON.stringify(orgGraph(entities, inactive));
  await store.save({ fingerprint, hash: digest(org), org });
}
