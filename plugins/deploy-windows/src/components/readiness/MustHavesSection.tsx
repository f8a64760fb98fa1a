import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, Fold, SectionCard } from 'backstage-plugin-infra-overview-react';
import { fractionWords } from '../../lib/readiness/countWords';
import { mustHavesOf } from '../../lib/readiness/sortChecks';
import { CheckList } from './CheckList';
import { useReadiness } from './ReadinessContext';
import { useReadinessParameters } from './useReadinessParameters';

/** What holds the verdict: open ones first, then what ends soon, what is waived, what is met. */
export const MustHavesSection = () => {
  const { answer, at } = useReadiness();
  const { check, evidence, set } = useReadinessParameters();
  const { open, ending, waived, met, notApplicable } = mustHavesOf(answer.checks, at);
  const parts: readonly (readonly [string, readonly CheckAnswer[]])[] = [
    ['Open', open],
    ['Ending soon', ending],
    ['Waived', waived],
    ['Met', met],
  ];
  const shown = parts.filter(([, checks]) => checks.length > 0);
  const isLinkedFolded = notApplicable.some(({ id }) => id === check);
  return (
    <SectionCard
      id="must-haves"
      title="Must-haves"
      count={fractionWords(answer.counts.must)}
      actions={
        <ChipChoice
          label="Evidence"
          choices={[
            { value: 'all', label: 'All evidence' },
            { value: 'checked', label: 'Hide what is only declared' },
          ]}
          value={evidence}
          onChange={value => set({ evidence: value === 'checked' ? value : undefined })}
        />
      }
    >
      {shown.length === 0 && <p>Nothing is required at this stage.</p>}
      {shown.map(([label, checks]) => (
        <div key={label}>
          <h3>
            {label} ({checks.length})
          </h3>
          <CheckList label={label} checks={checks} />
        </div>
      ))}
      {notApplicable.length > 0 && (
        <Fold
          key={`${isLinkedFolded}`}
          label={`Does not apply (${notApplicable.length})`}
          start={isLinkedFolded ? 'open' : 'closed'}
        >
          <CheckList label="Must-haves that do not apply" checks={notApplicable} />
        </Fold>
      )}
    </SectionCard>
  );
};
