import { useEntity, useEntityOwnership } from '@backstage/plugin-catalog-react';
import { problemGroups } from '../../lib/problemGroups';
import { SectionCard } from '../kit';
import { useView } from './context';
import { ProblemList } from './ProblemList';

/** Owners see what is wrong open and near the top; hints, and what others look at, are folded. */
export const ProblemsPanel = ({ place }: { readonly place: 'near-top' | 'end' }) => {
  const { overview } = useView();
  const { entity } = useEntity();
  const { loading, isOwnedEntity } = useEntityOwnership();
  const { count, groups } = problemGroups(overview);
  if (count === 0 || loading) return null;
  const owned = isOwnedEntity(entity);
  const isWrong = overview.problems.some(({ severity }) => severity !== 'hint');
  if (owned !== (place === 'near-top')) return null;
  return (
    <SectionCard
      id="problems"
      title="Problems in the document"
      count={count}
      depth={owned && isWrong ? 'full' : 'folded'}
    >
      {groups.map(group => (
        <ProblemList
          key={group.entityRef}
          group={group}
          heading={groups.length > 1 ? 'shown' : 'hidden'}
        />
      ))}
    </SectionCard>
  );
};
