import type { SubjectOutline } from '../assessment/Assessments';

/** Finds what somebody speaks of; of an entity without an environment its production, else the first there is. */
export function spokenOf(outlines: readonly SubjectOutline[]) {
  const byKey = new Map<string, SubjectOutline>();
  const byEntity = new Map<string, SubjectOutline>();
  for (const outline of outlines) {
    byKey.set(outline.key, outline);
    const before = byEntity.get(outline.entityRef);
    if (before === undefined || (outline.stage === 'production' && before.stage !== 'production'))
      byEntity.set(outline.entityRef, outline);
  }
  return ({
    entity,
    environment,
  }: {
    readonly entity: string;
    readonly environment?: string;
  }): SubjectOutline | undefined =>
    environment === undefined
      ? byEntity.get(entity.toLowerCase())
      : byKey.get(`${entity}#${environment}`.toLowerCase());
}
