import { useApi } from '@backstage/core-plugin-api';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { deployWindowsApiRef } from '../../api';
import type { TargetDialogProps } from './dialogProps';

/** Gives back a lock of one's own. */
export const ReleaseLockDialog = ({ decision, onClose, onChanged }: TargetDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const { lock, environment } = decision;
  const release = async () => {
    if (lock.id === undefined)
      throw new Error('The lock is not known any more; close this and look again.');
    await api.releaseLock(lock.id);
    onChanged();
    return 'The lock is released.';
  };
  return (
    <FormDialog
      title={`Release the lock of ${environment}`}
      submitLabel="Release the lock"
      onSubmit={release}
      onClose={onClose}
    >
      <p>
        You hold {lock.key}
        {lock.reason !== undefined && ` (${lock.reason})`}. Whoever waits for it may go next.
      </p>
    </FormDialog>
  );
};
