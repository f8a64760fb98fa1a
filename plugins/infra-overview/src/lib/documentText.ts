import type { Entity } from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** `spec.infra` as the catalog holds it, for a page that cannot draw it. */
export function documentText({ spec }: Entity): string {
  return stringify({ spec: { infra: spec?.infra } }, { lineWidth: 0 });
}
