import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { missingReason, type TargetDialogProps } from './dialogProps';
import { useOnce } from './useOnce';

/** A stop by hand: nobody deploys until it is released or broken. */
export const HoldLockDialog = ({ decision, onClose, onChanged }: TargetDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [reason, setReason] = useState('');
  const { entityRef, environment, lock } = decision;
  const hold = async () => {
    await api.holdLock({ entity: entityRef, environment, reason: reason.trim() }, once);
    onChanged();
    return `You hold the lock ${lock.key}. Nobody deploys until you release it.`;
  };
  return (
    <FormDialog
      title={`Hold the lock of ${environment}`}
      submitLabel="Hold the lock"
      missing={missingReason(reason)}
      onSubmit={hold}
      onClose={onClose}
    >
      <p>
        Everything that uses the lock {lock.key} waits until you release it. It does not expire by
        itself; others may break it with a reason.
      </p>
      <TextAreaField
        label="Reason"
        description="Shown to whoever is held."
        value={reason}
        onChange={setReason}
        isRequired
      />
    </FormDialog>
  );
};
