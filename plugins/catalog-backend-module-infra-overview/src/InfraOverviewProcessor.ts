import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  getCompoundEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { announceChange } from './announceChange';
import { dependenciesOf } from './dependenciesOf';

/**
 * Reads `spec.infra` of entities of the built-in kinds. What is wrong with a document is shown on the page of the project
 * and never thrown here: an error would keep a new entity out of the catalog and freeze a known one.
 *
 * @public
 */
export class InfraOverviewProcessor implements CatalogProcessor {
  readonly #logger: LoggerService;
  readonly #events: EventsService | undefined;

  constructor(options: { readonly logger: LoggerService; readonly events?: EventsService }) {
    this.#logger = options.logger;
    this.#events = options.events;
  }

  // Stays as it is for ever: configuration and the catalog's cache know the processor by it.
  getProcessorName(): string {
    return 'InfraOverviewProcessor';
  }

  /** The kinds belong to the catalog: this says neither that an entity is valid nor that it is not. */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    this.#logProblems(entity);
    return false;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache?: CatalogProcessorCache,
  ): Promise<Entity> {
    if (this.#events && cache)
      await announceChange(entity, cache, { events: this.#events, logger: this.#logger });
    const source = getCompoundEntityRef(entity);
    for (const target of dependenciesOf(entity)) {
      emit(processingResult.relation({ source, type: RELATION_DEPENDS_ON, target }));
      emit(
        processingResult.relation({ source: target, type: RELATION_DEPENDENCY_OF, target: source }),
      );
    }
    return entity;
  }

  #logProblems(entity: Entity) {
    const entityRef = stringifyEntityRef(entity);
    const result = readInfraDocument(entity.spec?.infra, { entityRef, kind: entity.kind });
    if (result.outcome === 'absent') return;
    const problems = result.outcome === 'refused' ? [result.problem] : result.problems;
    if (problems.length === 0) return;
    // Codes and places only: a message quotes what an author wrote.
    const places = problems
      .slice(0, 20)
      .map(({ code, path }) => `${code} at ${path || 'spec.infra'}`);
    this.#logger.debug(
      `The infrastructure document of ${entityRef} has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: ${places.join(', ')}`,
    );
  }
}
