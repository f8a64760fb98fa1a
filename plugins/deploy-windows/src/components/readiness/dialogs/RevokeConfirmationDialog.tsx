import { useApi } from '@backstage/core-plugin-api';
import { readinessApiRef } from '../../../api';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import { useReadiness } from '../ReadinessContext';
import type { CheckDialogProps } from './SignDialog';

/** Takes back what was said. It stays in the history. */
export const RevokeConfirmationDialog = ({ check, onClose }: CheckDialogProps) => {
  const api = useApi(readinessApiRef);
  const { onChanged } = useReadiness();
  const { confirmation, title } = check;
  if (confirmation === undefined) return null;
  return (
    <ReasonDialog
      title={`Take back the confirmation: ${title}`}
      submitLabel="Take it back"
      onSubmit={async why => {
        await api.revokeAttestation(confirmation.id, why);
        onChanged();
        return 'It is taken back and does not count any more.';
      }}
      onClose={onClose}
    >
      The check is open again at once, and may make the service not ready.
    </ReasonDialog>
  );
};
