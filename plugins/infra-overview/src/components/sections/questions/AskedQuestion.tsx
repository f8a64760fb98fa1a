import { describeParty, type Question } from 'backstage-plugin-infra-overview-common';
import { StateChip } from '../../kit';
import type { Shown } from '../shared';
import { Entry } from '../risks/Entry';

/** A question somebody wrote down, with its answer once there is one. */
export const AskedQuestion = ({ of }: { readonly of: Shown<Question> }) => {
  const { status, answer, owner } = of.item;
  const answered = status === 'answered' || answer !== undefined;
  return (
    <Entry
      of={of}
      fields={['answer']}
      chips={
        <>
          <StateChip label={answered ? 'answered' : 'open'} tone={answered ? 'good' : 'unknown'} />
          {owner !== undefined && <StateChip label={`${describeParty(owner)} finds out`} />}
        </>
      }
    />
  );
};
