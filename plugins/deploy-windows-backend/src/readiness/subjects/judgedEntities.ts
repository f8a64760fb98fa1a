import { evaluateFilterPredicate, type FilterPredicate } from '@backstage/filter-predicates';
import { isSubjectByDefault } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Directory } from '../../policy/Directory';
import type { EntityFacts } from '../../policy/TargetDirectory';
import { asWritten } from './asWritten';

/** Which entities are judged: Components, and Systems with what their Components say. Domains are standards. */
export function judgedEntities(
  { entities }: Pick<Directory, 'entities'>,
  predicate?: FilterPredicate,
): readonly EntityFacts[] {
  return entities.filter(facts => {
    if (!isKind(facts.kind, 'component') && !isKind(facts.kind, 'system')) return false;
    return predicate === undefined
      ? isUsual(facts)
      : evaluateFilterPredicate(predicate, asWritten(facts));
  });
}

function isUsual({ kind, entity, outcome }: EntityFacts): boolean {
  const { type } = (entity.spec ?? {}) as { readonly type?: unknown };
  return isSubjectByDefault({
    kind,
    declares: outcome !== 'absent',
    ...(typeof type === 'string' && { type: type.toLowerCase() }),
  });
}

function isKind(kind: string, wanted: string): boolean {
  return kind.toLowerCase() === wanted;
}
