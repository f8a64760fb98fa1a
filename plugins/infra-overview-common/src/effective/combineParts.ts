import type { Addon, InfraDocument, RequestPath } from '../document';
import { combineHolders } from './combine/combineHolders';
import { distinctParts } from './combine/distinctParts';
import { holderOf } from './combine/holder';
import { withOwnDefaults } from './combine/withOwnDefaults';
import type { EffectiveInfra, OwnedRequestPath } from './effectiveInfra';
import { hasFields } from './shape';

/**
 * A System with its Components, each with all it inherits. What several inherit counts once; what they call by one id and mean differently becomes
 * `<component>.<id>`. The System's own request path wins, else the only one; several are kept side by side.
 */
export function combineParts(
  own: EffectiveInfra,
  parts: readonly EffectiveInfra[],
): EffectiveInfra {
  if (parts.length === 0) return own;
  const below = parts.length === 1 ? parts : parts.map(withOwnDefaults);
  const holders = [holderOf(own), ...distinctParts(holderOf(own), below.map(holderOf))];

  const paths = ownPaths(own, holders.slice(1));
  const { document, origins } = combineHolders(
    paths.length > 1 ? holders.map(withoutPath) : holders,
  );
  return {
    entityRef: own.entityRef,
    document: document as unknown as InfraDocument,
    origins,
    offers: stillOffered(own.offers, document.addons),
    ...(paths.length > 1 && { requestPaths: paths }),
  };
}

type Holder = ReturnType<typeof holderOf>;

/** Pictures of Components, unless the System has drawn one itself. */
function ownPaths(own: EffectiveInfra, parts: readonly Holder[]): readonly OwnedRequestPath[] {
  if (own.document.requestPath !== undefined) return [];
  return parts.flatMap(({ entityRef, document }) =>
    hasFields(document.requestPath)
      ? [{ entityRef, requestPath: document.requestPath as unknown as RequestPath }]
      : [],
  );
}

function withoutPath(holder: Holder): Holder {
  const { requestPath: _, ...document } = holder.document;
  return { ...holder, document };
}

function stillOffered(offers: readonly Addon[], addons: unknown): readonly Addon[] {
  const used = new Set(Array.isArray(addons) ? addons.map(({ id }: Addon) => id) : []);
  return offers.filter(({ id }) => !used.has(id));
}
