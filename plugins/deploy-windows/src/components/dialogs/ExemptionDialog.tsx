import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type { WindowAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog, InputField } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { formatRange } from '../../time/formatInstant';
import { instantOfLocal, localOfInstant } from '../../time/localInput';
import { reader } from '../../time/reader';
import { missingReason, type TargetDialogProps } from './dialogProps';
import { useOnce } from './useOnce';
import styles from './Preview.module.css';

export interface ExemptionDialogProps extends TargetDialogProps {
  readonly freeze: Pick<WindowAnswer, 'key' | 'title' | 'level'>;
}

/** Dated leave from one freeze, for this environment alone. */
export const ExemptionDialog = ({
  freeze,
  decision,
  at,
  onClose,
  onChanged,
}: ExemptionDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [from, setFrom] = useState(() => localOfInstant(at));
  const [to, setTo] = useState(() => localOfInstant(at + 2 * 3_600_000));
  const [reason, setReason] = useState('');
  const { entityRef, environment, zone } = decision;
  const start = instantOfLocal(from);
  const end = instantOfLocal(to);
  const grant = async () => {
    if (start === undefined || end === undefined) throw new Error('Say from when until when.');
    await api.grantExemption(
      { freeze: freeze.key, entity: entityRef, environment, start, end, reason: reason.trim() },
      once,
    );
    onChanged();
    return `${freeze.title} does not hold ${environment} then.`;
  };
  const isRange = start !== undefined && end !== undefined && Date.parse(end) > Date.parse(start);
  return (
    <FormDialog
      title={`Exempt ${environment} from ${freeze.title}`}
      submitLabel="Exempt it"
      missing={isRange ? missingReason(reason) : 'It has to end after it begins'}
      onSubmit={grant}
      onClose={onClose}
    >
      <p>
        Only the owner of {freeze.level} may grant it. Other freezes, windows and audiences stay as
        they are.
      </p>
      <InputField
        label="From"
        type="datetime-local"
        description={`Your time, ${reader.zone}`}
        value={from}
        onChange={setFrom}
        isRequired
      />
      <InputField label="Until" type="datetime-local" value={to} onChange={setTo} isRequired />
      {isRange && (
        <section className={styles.preview} aria-label="What it would do" aria-live="polite">
          The freeze is lifted {formatRange(start, end, zone)} ({zone}).
        </section>
      )}
      <TextAreaField label="Reason" value={reason} onChange={setReason} isRequired />
    </FormDialog>
  );
};
