import type { Facts, Instant, OwnedEntity } from 'backstage-plugin-deploy-windows-common/readiness';
import { effectiveInfra, freshnessOfDocument } from 'backstage-plugin-infra-overview-common';
import type { EntityFacts } from '../../policy/TargetDirectory';

const ORPHAN = 'backstage.io/orphan';

/** An entity as ownership asks about it, with what is known of its production. */
export function ownedEntity(
  entity: EntityFacts,
  facts: readonly Facts[],
  now: Instant,
): OwnedEntity {
  const { ref, kind, title, owner, system, domain, sourceUrl, document } = entity;
  return {
    ref,
    kind,
    title,
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
    ...(sourceUrl !== undefined && { sourceUrl }),
    ...(isOrphan(entity) && { orphaned: 'orphaned' }),
    ...(document && {
      freshness: freshnessOfDocument(
        effectiveInfra([{ entityRef: ref, level: levelOf(kind), document }]),
        now,
      ),
    }),
    ...(facts.length > 0 && { facts }),
  };
}

function isOrphan({ entity }: EntityFacts): boolean {
  const { annotations } = (entity.metadata ?? {}) as {
    readonly annotations?: Readonly<Record<string, unknown>>;
  };
  return annotations?.[ORPHAN] === 'true';
}

function levelOf(kind: string): 'domain' | 'system' | 'component' {
  const word = kind.toLowerCase();
  return word === 'domain' || word === 'system' ? word : 'component';
}
