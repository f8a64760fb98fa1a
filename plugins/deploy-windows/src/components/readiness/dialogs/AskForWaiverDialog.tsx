import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import type { WaiverAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog, InputField, Muted } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../../api';
import { WAIVER_WORDS } from '../../../lib/readiness/answerWords';
import { formatDay } from '../../../time/formatDay';
import { reader } from '../../../time/reader';
import { useOnce } from '../../dialogs/useOnce';
import { useReadiness } from '../ReadinessContext';
import { Choices } from './Choices';
import { missingWaiverReason } from './missingWaiverReason';
import type { CheckDialogProps } from './SignDialog';
import { DEFAULT_DAYS, LONGEST_DAYS, dayOf, endOfDay, missingEnd } from './waiverEnd';

export interface AskForWaiverDialogProps extends CheckDialogProps {
  /** The waiver it continues. */
  readonly renews?: WaiverAnswer | undefined;
}

type Code = WaiverAnswer['code'];

/** Opens the gate for one check until a day. What lies beneath stays open and counted. */
export const AskForWaiverDialog = ({ check, renews, onClose }: AskForWaiverDialogProps) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { answer, at, onChanged } = useReadiness();
  const [code, setCode] = useState<Code | undefined>(renews?.code);
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');
  const [day, setDay] = useState(() => dayOf(at, DEFAULT_DAYS));
  const isEmergency = code === 'emergency';
  const ask = async () => {
    if (code === undefined) throw new Error('Say which kind of reason it is.');
    const expiresAt = isEmergency ? undefined : endOfDay(day);
    const waiver = await api.askForWaiver(
      answer.subject,
      {
        checkId: check.id,
        code,
        reason: reason.trim(),
        ...(link.trim() !== '' && { link: link.trim() }),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(renews !== undefined && { renews: renews.id }),
      },
      once,
    );
    onChanged();
    return waiver.state === 'waiting'
      ? 'Asked for. It counts when a second person approves it; the approvers are told.'
      : `In force until ${formatDay(waiver.expiresAt)}.`;
  };
  return (
    <FormDialog
      title={`${renews === undefined ? 'Ask for a waiver' : 'Renew the waiver'}: ${check.title}`}
      submitLabel="Ask for it"
      missing={missingOf({ code, reason, link, day, at })}
      onSubmit={ask}
      onClose={onClose}
    >
      <p>
        Stays open and counted beneath it: {check.underlying?.words ?? check.statusWords},{' '}
        {check.because}
      </p>
      {renews !== undefined && (
        <p>
          It continues the waiver that ends on {formatDay(renews.expiresAt)}.{' '}
          {renews.renewalWords !== undefined && `So far: ${renews.renewalWords}.`}
        </p>
      )}
      <Choices label="Kind of reason" words={WAIVER_WORDS} value={code} onChange={setCode} />
      <TextAreaField
        label="Reason"
        description="At least 20 characters. Shown to the approver and to everybody who looks. No secrets."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <TextField
        label="Link"
        description="An https address, of a ticket for example."
        value={link}
        onChange={setLink}
      />
      {isEmergency ? (
        <Muted>It ends after 24 hours.</Muted>
      ) : (
        <InputField
          label="Until the end of"
          type="date"
          value={day}
          onChange={setDay}
          min={dayOf(at, 0)}
          max={dayOf(at, LONGEST_DAYS)}
          description={`At most a year. Your time, ${reader.zone}.`}
          isRequired
        />
      )}
      <Muted>Who may agree: {check.approvers}.</Muted>
    </FormDialog>
  );
};

function missingOf(wish: {
  readonly code: Code | undefined;
  readonly reason: string;
  readonly link: string;
  readonly day: string;
  readonly at: number;
}): string | undefined {
  if (wish.code === undefined) return 'Say which kind of reason it is';
  const reason = missingWaiverReason(wish.reason);
  if (reason !== undefined) return reason;
  const link = wish.link.trim();
  if (link !== '' && !/^https:\/\/[^/\s]+/.test(link)) return 'The link must be an https address';
  return wish.code === 'emergency' ? undefined : missingEnd(wish.day, wish.at);
}
