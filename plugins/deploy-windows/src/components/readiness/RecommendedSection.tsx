import { Fold, SectionCard } from 'backstage-plugin-infra-overview-react';
import { fractionWords, groupWords } from '../../lib/readiness/countWords';
import { recommendedGroups, setAside } from '../../lib/readiness/sortChecks';
import { CheckList } from './CheckList';
import { useReadiness } from './ReadinessContext';
import { useReadinessParameters } from './useReadinessParameters';

/** What holds nothing, folded by group and counted in words. */
export const RecommendedSection = () => {
  const { answer } = useReadiness();
  const { check } = useReadinessParameters();
  const groups = recommendedGroups(answer.checks);
  const aside = setAside(answer.checks);
  const folds = [
    ...groups.map(({ group, checks }) => ({ group, checks, words: groupWords(checks) })),
    ...(aside.length === 0
      ? []
      : [
          { group: 'Does not apply or is not asked here', checks: aside, words: `${aside.length}` },
        ]),
  ];
  return (
    <SectionCard
      id="recommended"
      title="Recommended"
      count={fractionWords(answer.counts.recommended)}
    >
      {folds.length === 0 && <p>Nothing is recommended here.</p>}
      {folds.map(({ group, checks, words }) => {
        const isLinked = checks.some(({ id }) => id === check);
        return (
          <Fold
            // Opens by itself when one of its checks is linked to.
            key={`${group} ${isLinked}`}
            label={`${group}: ${words}`}
            start={isLinked ? 'open' : 'closed'}
          >
            <CheckList label={group} checks={checks} />
          </Fold>
        );
      })}
    </SectionCard>
  );
};
