import {
  environmentNames,
  stageOf,
  itemsOf,
  type EffectiveInfra,
  type InfraView,
} from 'backstage-plugin-infra-overview-common';
import { viewsOf, type Views } from './facts/views';
import { UNDECLARED, type Subject, type SubjectView } from './subject';

/** An entity as the catalog has it, with the document in force for it. */
export interface SubjectSource {
  /** Lower case. */
  readonly entityRef: string;
  readonly kind: string;
  readonly title: string;
  readonly type?: string;
  readonly lifecycle?: string;
  readonly tags: readonly string[];
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly effective: EffectiveInfra;
  /** `viewsOf(effective)`, where facts are read afterwards. */
  readonly views?: Views;
  /** Whether the entity carries `spec.infra` of its own. */
  readonly declares: boolean;
}

/** Where the configuration says nothing: services, websites, and whatever carries a document. Domains are standards. */
export function isSubjectByDefault(
  source: Pick<SubjectSource, 'kind' | 'type' | 'declares'>,
): boolean {
  switch (source.kind.toLowerCase()) {
    case 'component':
      return source.declares || source.type === 'service' || source.type === 'website';
    case 'system':
      return source.declares;
    default:
      return false;
  }
}

/** One subject for each environment of the effective list; without one, a placeholder nothing is known of. */
export function subjectsOf(source: SubjectSource): readonly Subject[] {
  const { effective, views = viewsOf(effective) } = source;
  const names = environmentNames(effective);
  return (names.length === 0 ? [UNDECLARED] : names).map(name =>
    subjectIn(source, views(name), name),
  );
}

/** A group, of which only its people can be asked. */
export function groupSubject(group: { readonly ref: string; readonly title: string }): Subject {
  return {
    key: group.ref,
    entityRef: group.ref,
    title: group.title,
    view: {
      kind: 'group',
      type: UNDECLARED,
      lifecycle: UNDECLARED,
      tier: UNDECLARED,
      stage: UNDECLARED,
      environment: UNDECLARED,
      platform: UNDECLARED,
      exposure: UNDECLARED,
      static: UNDECLARED,
      owner: group.ref,
      system: UNDECLARED,
      domain: UNDECLARED,
      tags: [],
    },
  };
}

function subjectIn(source: SubjectSource, view: InfraView, name: string): Subject {
  const environment = name.toLowerCase();
  return {
    key: `${source.entityRef}#${environment}`,
    entityRef: source.entityRef,
    title: source.title,
    environment,
    view: answersOf(source, view, environment),
  };
}

function answersOf(
  source: SubjectSource,
  { document }: InfraView,
  environment: string,
): SubjectView {
  const declared = itemsOf(document.environments)[0];
  const exposure = fieldsOf(declared?.exposure);
  const { tier } = source.effective.document;
  return {
    kind: source.kind.toLowerCase(),
    type: source.type ?? UNDECLARED,
    lifecycle: source.lifecycle ?? UNDECLARED,
    tier: tier === undefined ? UNDECLARED : String(tier),
    // What nobody described is held to the strictest.
    stage: declared === undefined ? 'production' : stageOf(declared).stage,
    environment,
    platform: declared?.hosting?.platform ?? UNDECLARED,
    exposure: exposure?.level ?? UNDECLARED,
    static: isStatic(fieldsOf(declared?.deploy)?.artifact?.kind),
    owner: source.owner ?? UNDECLARED,
    // A System is asked by what is asked of its Components.
    system: source.system ?? (isSystem(source) ? source.entityRef : UNDECLARED),
    domain: source.domain ?? UNDECLARED,
    tags: source.tags,
  };
}

function isStatic(artifact: string | undefined): string {
  if (artifact === undefined) return UNDECLARED;
  return artifact === 'static' ? 'yes' : 'no';
}

/** A block that states fields: neither `none` nor "not needed". */
function fieldsOf<T extends object>(
  block: T | 'none' | { readonly notNeeded: string } | undefined,
): T | undefined {
  if (block === undefined || block === 'none' || 'notNeeded' in block) return undefined;
  return block;
}

function isSystem({ kind }: SubjectSource): boolean {
  return kind.toLowerCase() === 'system';
}
