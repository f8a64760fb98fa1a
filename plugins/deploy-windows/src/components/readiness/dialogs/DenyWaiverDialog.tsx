import { useApi } from '@backstage/core-plugin-api';
import { readinessApiRef } from '../../../api';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import type { WaiverDialogProps } from './ApproveWaiverDialog';

export const DenyWaiverDialog = ({ waiver, onClose, onChanged }: WaiverDialogProps) => {
  const api = useApi(readinessApiRef);
  return (
    <ReasonDialog
      title={`Deny the waiver: ${waiver.checkTitle}`}
      submitLabel="Deny"
      onSubmit={async why => {
        await api.denyWaiver(waiver.id, why);
        onChanged();
        return 'It is denied. Whoever asked is told why.';
      }}
      onClose={onClose}
    >
      {waiver.requestedBy} asked for it: {waiver.reason}
    </ReasonDialog>
  );
};
