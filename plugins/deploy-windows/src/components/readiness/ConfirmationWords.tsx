import type { AttestationAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted, OutsideLink, StateChip } from 'backstage-plugin-infra-overview-react';
import {
  NOT_APPLICABLE_WORDS,
  answerWords,
  describeConfirmation,
} from '../../lib/readiness/answerWords';
import type { BoundFacts } from '../../lib/readiness/boundFacts';
import { formatDay } from '../../time/formatDay';
import { BoundFactsTable } from './BoundFactsTable';
import { PersonLink } from './PersonLink';

export interface ConfirmationWordsProps {
  readonly confirmation: AttestationAnswer;
  /** The facts it is bound to, as they are now. */
  readonly today: BoundFacts | undefined;
}

/** Who said what, when, until when, on what evidence; and whether it still counts. */
export const ConfirmationWords = ({ confirmation, today }: ConfirmationWordsProps) => {
  const { answer, state, attestedBy, attestedAt, validUntil, reason, note, evidence } =
    confirmation;
  const { word, tone } = describeConfirmation(state);
  const others = confirmation.signatures.filter(({ by }) => by !== attestedBy);
  return (
    <>
      <div>
        <StateChip label={word} tone={tone} /> {answerWords(answer)}
        {reason !== undefined && ` (${NOT_APPLICABLE_WORDS[reason]})`} by{' '}
        <PersonLink actor={attestedBy} /> on {formatDay(attestedAt)}
        {validUntil !== undefined && `, until ${formatDay(validUntil)}`}.{' '}
        {confirmation.source === 'document' && <Muted>Written in the document.</Muted>}
      </div>
      {others.map(({ by, at }) => (
        <div key={by}>
          Signed too by <PersonLink actor={by} /> on {formatDay(at)}.
        </div>
      ))}
      {confirmation.agreedBy !== undefined && (
        <div>
          Agreed by <PersonLink actor={confirmation.agreedBy} />.
        </div>
      )}
      {note !== undefined && <div>{note}</div>}
      {evidence !== undefined && (
        <div>
          <OutsideLink href={evidence}>{evidence}</OutsideLink>
        </div>
      )}
      <BoundFactsTable
        caption="Facts it is bound to"
        now={today ?? confirmation.boundFacts}
        before={today === undefined ? undefined : confirmation.boundFacts}
      />
    </>
  );
};
