import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';
import { Briefly } from './Briefly';
import type { TargetVisibility } from './TargetVisibility';

const KEPT = 10_000;

/**
 * Asks the catalog with the caller's credentials. A positive answer is kept for ten seconds. A token that was given to
 * this plugin alone sees what the plugin sees: the catalog would not know it.
 */
export class CatalogVisibility implements TargetVisibility {
  readonly #catalog: CatalogService;
  readonly #kept: Briefly<true>;

  constructor(options: { readonly catalog: CatalogService; readonly now: () => Instant }) {
    this.#catalog = options.catalog;
    this.#kept = new Briefly({ milliseconds: KEPT, now: options.now });
  }

  async visible(
    entityRefs: readonly string[],
    { credentials, principal }: CallOptions,
  ): Promise<ReadonlySet<string>> {
    if (!principal.ref.startsWith('user:')) return new Set(entityRefs);
    const refs = [...new Set(entityRefs)];
    const keyOf = (ref: string) => `${principal.ref} ${ref}`;
    const unknown = refs.filter(ref => this.#kept.peek(keyOf(ref)) === undefined);
    const seen = new Set(refs.filter(ref => !unknown.includes(ref)));
    if (unknown.length === 0) return seen;
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: unknown, fields: ['kind'] },
      { credentials },
    );
    unknown.forEach((ref, index) => {
      if (items[index] === undefined) return;
      seen.add(ref);
      this.#kept.put(keyOf(ref), Promise.resolve(true));
    });
    return seen;
  }
}
