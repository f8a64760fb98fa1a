import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import {
  dateText,
  DRIFT_NOTE_KINDS,
  type DriftFinding,
  type DriftNoteKind,
} from 'backstage-plugin-infra-overview-common';
import { FormDialog, InputField } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { noteKindWords } from '../../../lib/describeFinding';
import { useObservedActions } from '../../observed/context';
import { useView } from '../../overview/context';
import { missingOfNote } from './noteForm';

export interface LeaveDialogProps {
  readonly finding: DriftFinding;
  readonly onClose: () => void;
}

const DAY = 86_400_000;

/** Why a difference stays for a while. It always has an end: what nobody looks at again is forgotten. */
export const LeaveDialog = ({ finding, onClose }: LeaveDialogProps) => {
  const { now } = useView();
  const { leave } = useObservedActions();
  const [kind, setKind] = useState<DriftNoteKind>('accepted');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => dateText(now + 30 * DAY));
  const { path, environment } = finding;
  const send = async () => {
    await leave({
      path,
      ...(environment !== undefined && { environment }),
      kind,
      reason: reason.trim(),
      until,
    });
    onClose();
    return undefined;
  };
  return (
    <FormDialog
      title={`Leave for now: ${finding.title}`}
      submitLabel="Leave for now"
      missing={missingOfNote({ reason, until }, now)}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{finding.words}. It stays on the page and does not count until the day you give.</p>
      <RadioGroup label="Why" value={kind} onChange={value => setKind(value as DriftNoteKind)}>
        {DRIFT_NOTE_KINDS.map(value => (
          <Radio key={value} value={value}>
            {noteKindWords(value)}
          </Radio>
        ))}
      </RadioGroup>
      <TextAreaField
        label="Reason"
        description="Everybody who sees this page can read it, with your name."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <InputField
        label="Until"
        type="date"
        value={until}
        onChange={setUntil}
        min={dateText(now + DAY)}
        max={dateText(now + 364 * DAY)}
        isRequired
      />
    </FormDialog>
  );
};
