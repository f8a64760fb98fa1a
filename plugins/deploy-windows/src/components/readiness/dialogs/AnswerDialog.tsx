import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import type { AttestationAnswer, CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../../api';
import { formatDay } from '../../../time/formatDay';
import { useOnce } from '../../dialogs/useOnce';
import { useReadiness } from '../ReadinessContext';
import { AnswerRowFields } from './AnswerRowFields';
import { missingOf, wishOf, type AnswerForm, type AnswerRow, type AnswerWord } from './answerForm';
import { useBoundFacts } from './useBoundFacts';

export interface AnswerDialogProps {
  readonly title: string;
  /** One check, or all rows of a form: signed together. */
  readonly checks: readonly CheckAnswer[];
  /** The answer of a single check. Rows of a form begin without one: nothing is signed by accident. */
  readonly start?: AnswerWord;
  readonly onClose: () => void;
}

/** Confirm, still true, not met, does not apply: what is said, which facts it is bound to, until when. */
export const AnswerDialog = ({ title, checks, start, onClose }: AnswerDialogProps) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { answer, at, onChanged } = useReadiness();
  const [form, setForm] = useState<AnswerForm>(() => ({
    rows: Object.fromEntries(
      checks.map(({ id }) => [id, start === undefined ? {} : { answer: start }] as const),
    ),
    evidence: '',
    note: '',
  }));
  const { seen, now, guarded } = useBoundFacts(checks);
  const setRow = (id: string, row: AnswerRow) =>
    setForm(before => ({ ...before, rows: { ...before.rows, [id]: row } }));
  const isForm = start === undefined;
  const takesEvidence = checks.some(({ attest }) => attest?.evidence !== 'none');

  const sign = async () => {
    const said = await guarded(facts =>
      api.attest(answer.subject, wishOf(form, checks, facts), once),
    );
    onChanged();
    return confirmationOf(said);
  };
  return (
    <FormDialog
      title={title}
      submitLabel={isForm ? 'Sign' : submitOf(start)}
      missing={missingOf(form, checks)}
      onSubmit={sign}
      onClose={onClose}
    >
      {checks.map(check => (
        <AnswerRowFields
          key={check.id}
          check={check}
          row={form.rows[check.id] ?? {}}
          choice={isForm ? 'open' : 'fixed'}
          seen={seen[check.id] ?? {}}
          now={now[check.id] ?? {}}
          at={at}
          onChange={row => setRow(check.id, row)}
        />
      ))}
      {takesEvidence && (
        <TextField
          label="Link to what shows it"
          description="An https address. No secrets."
          value={form.evidence}
          onChange={evidence => setForm(before => ({ ...before, evidence }))}
        />
      )}
      <TextAreaField
        label="Note"
        description="Kept with your name and the date."
        value={form.note}
        onChange={note => setForm(before => ({ ...before, note }))}
      />
    </FormDialog>
  );
};

function submitOf(answer: AnswerWord): string {
  switch (answer) {
    case 'met':
      return 'Confirm';
    case 'not-met':
      return 'Say it is not met';
    case 'not-applicable':
      return 'Say it does not apply';
    default:
      throw new Error(answer satisfies never);
  }
}

function confirmationOf(said: readonly AttestationAnswer[]): string {
  const [only, ...others] = said;
  if (only === undefined) return 'Kept.';
  if (others.length > 0) return `${said.length} rows are signed.`;
  if (only.state === 'second-signature-missing') {
    return 'Signed. It counts when a second person signs too.';
  }
  if (only.answer === 'not-applicable' && only.agreedBy === undefined) {
    return 'Kept. For a must-have somebody who may approve waivers has to agree.';
  }
  return only.validUntil === undefined ? 'Signed.' : `Signed until ${formatDay(only.validUntil)}.`;
}
