import type { Origin, Overview } from 'backstage-plugin-infra-overview-common';

export interface OriginWords {
  /** "from the TTS standard" */
  readonly text: string;
  /** The place in that document, for whoever looks it up. */
  readonly where: string;
}

/** Nothing for what the entity itself says, or the only Component it consists of. */
export function describeOrigin(origin: Origin, overview: Overview): OriginWords | undefined {
  const read = origin.derived ? ', read between the lines' : '';
  if (origin.level === 'built-in') return { text: `built-in default${read}`, where: origin.path };
  const name = nameOf(origin.entityRef, overview);
  const where = name === undefined ? origin.path : `${origin.path} in ${name}`;
  if (origin.level === 'platform') return { text: `from the platform${read}`, where };
  if (isOwn(origin.entityRef, overview) || name === undefined) {
    return origin.derived ? { text: 'read between the lines', where } : undefined;
  }
  return {
    text: `${origin.level === 'domain' ? `from the ${standardName(name)}` : `from ${name}`}${read}`,
    where,
  };
}

/** What a System's only Component says is not inherited: the System is that Component. */
function isOwn(entityRef: string | undefined, { entity, parts }: Overview): boolean {
  return entityRef === entity.ref || (parts.length === 1 && entityRef === parts[0]?.entityRef);
}

function standardName(name: string): string {
  return /\bstandard$/i.test(name) ? name : `${name} standard`;
}

/** The title of a document of the page; the name in the reference when it has none. */
export function nameOf(entityRef: string | undefined, overview: Overview): string | undefined {
  if (entityRef === undefined) return undefined;
  const sources = [...overview.chain, ...overview.parts];
  return (
    sources.find(source => source.entityRef === entityRef)?.title ?? entityRef.split('/').at(-1)
  );
}
