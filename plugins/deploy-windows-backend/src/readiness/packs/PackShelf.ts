import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Pack, PackProblem } from 'backstage-plugin-deploy-windows-common/readiness';

/** The packs that can be asked. They are read once, when the plugin starts. */
export interface PackShelf {
  readonly packs: readonly Pack[];
  /** What is wrong with them, those that were refused included. */
  readonly problems: readonly PackProblem[];
  /** Which the configuration asks of whom; documents name others besides. */
  readonly asked: readonly AskedPack[];
  /** Of everything above that a verdict could depend on. */
  readonly hash: string;
}

export interface AskedPack {
  /** `tts-hosting@1`. */
  readonly pack: string;
  readonly subjects: FilterPredicate;
}
