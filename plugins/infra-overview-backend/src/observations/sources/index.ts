import { circleCi } from './circleci';
import { heroku } from './heroku';
import type { SourceKind } from './SourceKind';
import { terraform } from './terraform';

export type { SourceDeps, SourceKind } from './SourceKind';

/** Every kind of source there is. A kind without configuration is not made. */
export const SOURCE_KINDS: readonly SourceKind[] = [heroku, circleCi, terraform];
