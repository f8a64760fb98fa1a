import { InputError, NotFoundError } from '@backstage/errors';
import {
  dateText,
  environmentMatrix,
  environmentNames,
  type Comparison,
  type Instant,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import { versionOf } from '../documents/version';
import type { OverviewCache } from './OverviewCache';
import type { OverviewAnswer, OverviewService } from './OverviewService';
import { toOverview } from './toOverview';

export interface DefaultOverviewServiceOptions {
  readonly documents: DocumentSource;
  readonly cache: OverviewCache;
  /** Entities that an overview was made of when somebody last looked, in any process. Only a guess. */
  readonly likelySources: (entityRef: string) => Promise<readonly string[]>;
  readonly now: () => Instant;
  readonly digest: (text: string) => string;
}

export class DefaultOverviewService implements OverviewService {
  readonly #options: DefaultOverviewServiceOptions;

  constructor(options: DefaultOverviewServiceOptions) {
    this.#options = options;
  }

  async overview(entityRef: string, options: CallOptions): Promise<OverviewAnswer> {
    const { cache, documents, likelySources } = this.#options;
    const now = this.#options.now();

    const remembered = cache.likelySources(entityRef);
    const likely = remembered.length > 0 ? remembered : await likelySources(entityRef);
    const asked = { ...options, likely, withLocations: true };
    const loaded = (await documents.load([entityRef], asked)).get(entityRef);
    if (!loaded) throw new NotFoundError(`No entity ${entityRef}, or it is not visible to you`);

    const refs = [...loaded.set.refs, ...(loaded.locationRefs ?? [])];
    const state = versionOf(refs, loaded.etags);
    if (state === undefined) return this.#answer(toOverview(loaded.set, now));
    // Words such as "past its cadence" change with the day, not with the entity.
    const version = `${dateText(now)}\n${state}`;
    const found = cache.find(entityRef, version);
    if (found) return found;
    const answer = this.#answer(toOverview(loaded.set, now));
    cache.keep(entityRef, { refs, version, answer });
    return answer;
  }

  async compare(
    entityRef: string,
    { a, b }: { readonly a: string; readonly b: string },
    options: CallOptions,
  ): Promise<Comparison> {
    const { body } = await this.overview(entityRef, options);
    const { effective }: Overview = JSON.parse(body);
    const declared = effective ? environmentNames(effective) : [];
    const [first, second] = [a, b].map(name => declared.find(known => sameName(known, name)));
    if (!effective || first === undefined || second === undefined) {
      const unknown = [a, b].filter(name => !declared.some(known => sameName(known, name)));
      throw new InputError(
        `${entityRef} declares no environment ${unknown.join(' or ')}; ${
          declared.length > 0 ? `it declares ${declared.join(', ')}` : 'it declares none'
        }`,
      );
    }
    return { entityRef, ...environmentMatrix(effective, [first, second]) };
  }

  #answer(overview: Overview): OverviewAnswer {
    // Replicas compute at different times; the content is the same.
    const digest = this.#options.digest(JSON.stringify({ ...overview, computedAt: 0 }));
    return { body: JSON.stringify(overview), etag: `"${digest}"` };
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
