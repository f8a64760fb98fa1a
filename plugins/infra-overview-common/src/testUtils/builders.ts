import { SCHEMA, type Environment, type InfraDocument } from '../document';
import type { ChainLevel, ChainLink } from '../effective';

const DEFAULT_REFS: Readonly<Record<ChainLevel, string>> = {
  domain: 'domain:default/standard',
  system: 'system:default/shop',
  component: 'component:default/web',
};

/** A document that says nothing but what the test is about. */
export function anInfraDocument(
  sections: Partial<Omit<InfraDocument, 'schema'>> = {},
): InfraDocument {
  return { schema: SCHEMA, ...sections };
}

export function anEnvironment(fields: Partial<Environment> = {}): Environment {
  return { name: 'production', stage: 'production', ...fields };
}

/** A link named after its level: `domain:default/standard`, `system:default/shop`, `component:default/web`. */
export function aChainLink(
  level: ChainLevel,
  sections?: Partial<Omit<InfraDocument, 'schema'>>,
  entityRef: string = DEFAULT_REFS[level],
): ChainLink {
  return sections === undefined
    ? { entityRef, level }
    : { entityRef, level, document: anInfraDocument(sections) };
}
