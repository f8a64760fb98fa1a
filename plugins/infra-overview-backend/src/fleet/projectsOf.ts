import type { OutlineEntity } from '../documents/DocumentSource';
import { MAX_LEVELS, MAX_PARTS } from '../documents/documentSet';
import type { Etags } from '../documents/version';

/** A row of the fleet: a System, or a Component without one. */
export interface Project {
  readonly ref: string;
  /** The entities its row follows from, in the sense of `DocumentSet.refs`. */
  readonly sources: readonly string[];
  readonly etags: Etags;
}

export function projectsOf(outline: readonly OutlineEntity[]): readonly Project[] {
  const entities = new Map(outline.map(entity => [entity.ref, entity]));
  const components = new Map<string, string[]>();
  for (const { ref, kind, parent } of outline) {
    if (kind !== 'component' || parent === undefined || !entities.has(parent)) continue;
    const siblings = components.get(parent);
    if (siblings) siblings.push(ref);
    else components.set(parent, [ref]);
  }
  const etagOf = (ref: string) => {
    const entity = entities.get(ref);
    return entity ? entity.etag : 'absent';
  };
  const projects: Project[] = [];
  for (const entity of outline) {
    if (!isProject(entity, entities)) continue;
    const parts = (components.get(entity.ref) ?? []).sort().slice(0, MAX_PARTS);
    const sources = [entity.ref, ...refsAbove(entity, entities), ...parts];
    projects.push({
      ref: entity.ref,
      sources,
      etags: new Map(sources.map(source => [source, etagOf(source)])),
    });
  }
  return projects;
}

function isProject(
  { kind, parent }: OutlineEntity,
  entities: ReadonlyMap<string, OutlineEntity>,
): boolean {
  if (kind === 'system') return true;
  // A Component whose System is not there is a project of its own, or it would be nowhere.
  return kind === 'component' && (parent === undefined || !entities.has(parent));
}

function refsAbove(
  entity: OutlineEntity,
  entities: ReadonlyMap<string, OutlineEntity>,
): readonly string[] {
  const refs: string[] = [];
  let current: OutlineEntity | undefined = entity;
  while (current && refs.length < MAX_LEVELS) {
    const { parent }: OutlineEntity = current;
    if (parent === undefined || parent === entity.ref || refs.includes(parent)) break;
    refs.push(parent);
    current = entities.get(parent);
  }
  return refs;
}
