import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { FormDialog, ToneText, useAsked } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { formatInstant } from '../../time/formatInstant';
import { missingReason, type TargetDialogProps } from './dialogProps';
import { useOnce } from './useOnce';

/** Takes a lock away from somebody: shows whose it is and what runs under it before it is done. */
export const BreakLockDialog = ({ decision, onClose, onChanged }: TargetDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [reason, setReason] = useState('');
  const { lock, entityRef, environment, zone } = decision;
  const running = useAsked(`running ${decision.target}`, async signal =>
    (await api.deployments({ entity: entityRef, environment, limit: 20 }, { signal })).items.filter(
      ({ result }) => result === 'running',
    ),
  );
  const breakIt = async () => {
    if (lock.id === undefined)
      throw new Error('The lock is not known any more; close this and look again.');
    await api.breakLock(lock.id, reason.trim(), once);
    onChanged();
    return `The lock is broken. ${lock.holder ?? 'Its holder'} is told.`;
  };
  return (
    <FormDialog
      title={`Break the lock of ${environment}`}
      submitLabel="Break the lock"
      tone="destructive"
      missing={missingReason(reason)}
      onSubmit={breakIt}
      onClose={onClose}
    >
      <p>
        {lock.holder ?? 'Somebody'} holds {lock.key}
        {lock.since !== undefined && ` since ${formatInstant(lock.since, zone)} (${zone})`}
        {lock.reason !== undefined && `: ${lock.reason}`}.
      </p>
      <div aria-live="polite">
        {running.state === 'failed' && (
          <ToneText tone="warning">What runs under it could not be asked for.</ToneText>
        )}
        {running.state === 'answered' &&
          running.answer.length === 0 &&
          'No deployment is known to run.'}
        {running.state === 'answered' &&
          running.answer.map(({ id, version, source, startedAt }) => (
            <ToneText key={id} tone="bad">
              Running: {version ?? 'a version that nobody named'} by {source}, since{' '}
              {formatInstant(startedAt, zone)}. Breaking the lock does not stop it.
            </ToneText>
          ))}
      </div>
      <TextAreaField
        label="Reason"
        description="Goes to the holder and into the log."
        value={reason}
        onChange={setReason}
        isRequired
      />
    </FormDialog>
  );
};
