import type { Entity } from '@backstage/catalog-model';
import type { EntityOutline } from '../../policy/PolicySource';

/** Where people come from. Reads with the plugin's own credentials: what a caller may see is asked elsewhere. */
export interface OrgSource {
  /** All users and groups with their fingerprints, in pages. */
  outline(): AsyncIterable<readonly EntityOutline[]>;
  /** All of them whole, in pages. */
  entities(): AsyncIterable<readonly Entity[]>;
}
