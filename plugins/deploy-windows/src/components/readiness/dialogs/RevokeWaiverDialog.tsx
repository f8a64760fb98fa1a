import { useApi } from '@backstage/core-plugin-api';
import { readinessApiRef } from '../../../api';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import type { WaiverDialogProps } from './ApproveWaiverDialog';

/** Ends a waiver, or the wish for one, before its time. */
export const RevokeWaiverDialog = ({ waiver, onClose, onChanged }: WaiverDialogProps) => {
  const api = useApi(readinessApiRef);
  const isWish = waiver.state === 'waiting';
  return (
    <ReasonDialog
      title={`${isWish ? 'Withdraw the request' : 'Revoke the waiver'}: ${waiver.checkTitle}`}
      submitLabel={isWish ? 'Withdraw' : 'Revoke'}
      onSubmit={async why => {
        await api.revokeWaiver(waiver.id, why);
        onChanged();
        return isWish ? 'The request is withdrawn.' : 'It is revoked; the check counts again.';
      }}
      onClose={onClose}
    >
      {isWish
        ? 'Nobody has agreed yet; nothing changes for the service.'
        : 'What lies beneath counts again at once, and may make the service not ready.'}
    </ReasonDialog>
  );
};
