import { InputError, NotFoundError } from '@backstage/errors';
import {
  environmentNames,
  failureAnswer,
  failureChoices,
  nearestChoices,
  viewOf,
  type EffectiveInfra,
  type FailureAnswer,
  type FleetImpact,
  type Instant,
  type ObservedFact,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import type { FleetService } from '../fleet/FleetService';
import type { OverviewService } from '../overview/OverviewService';
import { toOverview } from '../overview/toOverview';
import { affectedProject, peopleToTell } from './affectedProject';
import { fleetQueryOf } from './fleetQueryOf';
import type { ImpactService } from './ImpactService';

/** Each project of a page is computed from its documents. */
const PAGE = 50;

export interface DefaultImpactServiceOptions {
  readonly overviews: Pick<OverviewService, 'overview'>;
  /** Knows how much of the catalog the caller may read. */
  readonly fleet: Pick<FleetService, 'fleet'>;
  readonly documents: Pick<DocumentSource, 'load'>;
  /** What sources have seen of a project, as the caller may see it. */
  readonly facts: (entityRef: string, options: CallOptions) => Promise<readonly ObservedFact[]>;
  readonly now: () => Instant;
}

export class DefaultImpactService implements ImpactService {
  readonly #options: DefaultImpactServiceOptions;

  constructor(options: DefaultImpactServiceOptions) {
    this.#options = options;
  }

  async failure(
    entityRef: string,
    asked: { readonly of: string; readonly environment?: string },
    options: CallOptions,
  ): Promise<FailureAnswer> {
    const { overviews, facts, now } = this.#options;
    const { body } = await overviews.overview(entityRef, options);
    const { effective, entity }: Overview = JSON.parse(body);
    if (effective === undefined)
      throw new NotFoundError(`${entityRef} has no infrastructure document that could be read`);
    const environments = environmentNames(effective);
    const environment = environmentFor(entityRef, environments, asked.environment);
    const view = { ...viewOf(effective, environment), entityRef };
    const answer = failureAnswer(view, asked.of, {
      now: now(),
      environments,
      owner: entity.owner,
      requestPaths: effective.requestPaths,
      facts: await facts(entityRef, options),
    });
    if (answer === undefined) throw notThere(effective, environment, asked.of);
    return answer;
  }

  async fleetImpact(
    asked: { readonly of: string; readonly cursor?: string },
    options: CallOptions,
  ): Promise<FleetImpact> {
    const { fleet, documents, now } = this.#options;
    const { title, query } = fleetQueryOf(asked.of);
    const at = now();
    const page = await fleet.fleet(
      { ...query, limit: PAGE, ...(asked.cursor !== undefined && { cursor: asked.cursor }) },
      options,
    );
    // As many calls for fifty projects as for one.
    const loaded = await documents.load(
      page.rows.map(({ ref }) => ref),
      options,
    );
    const affected = page.rows.flatMap(({ ref }) => {
      const set = loaded.get(ref)?.set;
      return set === undefined ? [] : [affectedProject(toOverview(set, at), asked.of, at)];
    });
    return {
      of: asked.of,
      title,
      affected: affected.map(({ project }) => project),
      tell: peopleToTell(affected),
      hasMore: page.hasMore,
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
      computedAt: at,
    };
  }
}

function environmentFor(
  entityRef: string,
  declared: readonly string[],
  asked: string | undefined,
): string {
  if (asked === undefined) return declared[0] ?? 'everywhere';
  const wanted = asked.toLocaleLowerCase('en-US');
  const found = declared.find(name => name.toLocaleLowerCase('en-US') === wanted);
  if (found === undefined)
    throw new InputError(
      `environment: ${entityRef} declares ${declared.length > 0 ? declared.join(', ') : 'none'}`,
    );
  return found;
}

function notThere(effective: EffectiveInfra, environment: string, asked: string): Error {
  const choices = failureChoices(viewOf(effective, environment), effective.requestPaths);
  const near = nearestChoices(choices, asked).map(({ path }) => path);
  const words =
    near.length > 0 ? `; there is ${near.join(', ')}` : '; there is nothing to ask about';
  return new NotFoundError(`No part “${asked}” in ${environment}${words}`);
}
