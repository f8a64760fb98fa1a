import { TextField } from '@backstage/ui';
import type { CheckAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, Muted } from 'backstage-plugin-infra-overview-react';
import { NOT_APPLICABLE_WORDS } from '../../../lib/readiness/answerWords';
import { sameBoundFacts, type BoundFacts } from '../../../lib/readiness/boundFacts';
import { validForWords, validUntil } from '../../../lib/readiness/validUntil';
import { formatDay } from '../../../time/formatDay';
import { Labelled } from '../../dialogs/Labelled';
import { BoundFactsTable } from '../BoundFactsTable';
import type { AnswerRow, AnswerWord } from './answerForm';
import { Choices } from './Choices';

export interface AnswerRowFieldsProps {
  readonly check: CheckAnswer;
  readonly row: AnswerRow;
  /** `open`: the answer is chosen here; `fixed`: by the button that was pressed. */
  readonly choice: 'open' | 'fixed';
  /** The facts as they were when the form was opened, and as they are now. */
  readonly seen: BoundFacts;
  readonly now: BoundFacts;
  readonly at: Instant;
  readonly onChange: (row: AnswerRow) => void;
}

const ANSWERS: readonly { readonly value: AnswerWord | ''; readonly label: string }[] = [
  { value: '', label: 'Leave it' },
  { value: 'met', label: 'Met' },
  { value: 'not-met', label: 'Not met' },
  { value: 'not-applicable', label: 'Does not apply' },
];

/** One row of a form: the statement, the facts it is bound to, the answer and until when it counts. */
export const AnswerRowFields = (props: AnswerRowFieldsProps) => {
  const { check, row, choice, seen, now, at, onChange } = props;
  const { attest, confirmation, title, level } = check;
  const wasSigned = confirmation !== undefined && confirmation.state !== 'revoked';
  const changedMeanwhile = !sameBoundFacts(seen, now);
  return (
    <fieldset>
      <legend>{title}</legend>
      <p>{attest?.statement}</p>
      {changedMeanwhile ? (
        <BoundFactsTable
          caption={`Facts it is bound to: ${title}`}
          now={now}
          before={seen}
          beforeLabel="When you opened this"
        />
      ) : (
        <BoundFactsTable
          caption={`Facts it is bound to: ${title}`}
          now={now}
          before={wasSigned ? confirmation.boundFacts : undefined}
        />
      )}
      {choice === 'open' && (
        <ChipChoice
          label={`Answer: ${title}`}
          choices={ANSWERS}
          value={row.answer ?? ''}
          onChange={value => {
            const { answer, ...rest } = row;
            onChange(value === '' ? rest : { ...rest, answer: value as AnswerWord });
          }}
        />
      )}
      {row.answer === 'not-applicable' && (
        <>
          <Choices
            label="Why it does not apply"
            words={NOT_APPLICABLE_WORDS}
            value={row.reason}
            onChange={reason => onChange({ ...row, reason })}
          />
          {level === 'must' && (
            <Muted>
              It is a must-have: it counts when somebody who may approve waivers agrees (
              {check.approvers}).
            </Muted>
          )}
        </>
      )}
      {(row.reason === 'other' || choice === 'open') && row.answer !== undefined && (
        <TextField
          label={`Note: ${title}`}
          value={row.note ?? ''}
          onChange={note => onChange({ ...row, note })}
        />
      )}
      {attest !== undefined && row.answer !== undefined && (
        <Labelled label="How long it counts">
          <Muted>{lengthWords(attest, at)}</Muted>
        </Labelled>
      )}
    </fieldset>
  );
};

function lengthWords(attest: NonNullable<CheckAnswer['attest']>, at: Instant): string {
  const until = validUntil(at, attest.validFor);
  const bound = Object.keys(attest.boundTo).length > 0 ? ', or until one of its facts changes' : '';
  const second = attest.signatures > 1 ? ' Two people have to sign.' : '';
  return until === undefined
    ? `For ${validForWords(attest.validFor)}${bound}.${second}`
    : `Until ${formatDay(until)} (${validForWords(attest.validFor)})${bound}.${second}`;
}
