import { createHash } from 'node:crypto';
import { ANNOTATION_LOCATION, stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import {
  secretsInValue,
  unexcused,
  type SecretPlace,
} from 'backstage-plugin-infra-overview-common/secrets';
import type { SecretGateOptions } from './secretGateOptions';
import { entityRefusal } from './words';

const MOST_REMEMBERED = 100_000;

// What the catalog and its providers make themselves is random on purpose: names such as generated-<hash>, ids, and addresses
// with the hash of a commit. A token with a form of its own is found there too.
const MADE =
  /^(?:metadata\.(?:name|uid|etag|annotations\.[^/]*backstage\.io\/.*)|spec\.targets?(?:\[\d+\])?)$/;

function isMade({ rule, path }: SecretPlace): boolean {
  return rule === 'high-entropy' && MADE.test(path);
}

/** Refuses an entity that came round the parser, such as one of a provider: the last step before it is stored to be read. */
export class SecretGateProcessor implements CatalogProcessor {
  readonly #options: SecretGateOptions;
  /** Entities in which nothing was found, by ref: they are processed every few minutes and seldom change. */
  readonly #clean = new Map<string, string>();

  constructor(options: SecretGateOptions) {
    this.#options = options;
  }

  // Stays as it is for ever: configuration knows the processor by it.
  getProcessorName(): string {
    return 'InfraOverviewSecretGate';
  }

  /** After those of everybody else, who may still add something; theirs is 20 unless they say otherwise. */
  getPriority(): number {
    return 1_000;
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    const entityRef = stringifyEntityRef(entity);
    const digest = createHash('sha256').update(JSON.stringify(entity)).digest('base64');
    if (this.#clean.get(entityRef) === digest) return entity;
    const found = secretsInValue(entity as unknown as JsonValue).filter(place => !isMade(place));
    if (found.length === 0) {
      this.#remember(entityRef, digest);
      return entity;
    }
    const { excuses = [], now } = this.#options;
    const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
    const places = [entityRef, location, location.replace(/^[^:]*:/, '')];
    const open = unexcused(found, places, excuses, now());
    if (open.length > 0) throw new InputError(entityRefusal(entityRef, open));
    return entity;
  }

  #remember(entityRef: string, digest: string) {
    if (this.#clean.size >= MOST_REMEMBERED) this.#clean.clear();
    this.#clean.set(entityRef, digest);
  }
}
