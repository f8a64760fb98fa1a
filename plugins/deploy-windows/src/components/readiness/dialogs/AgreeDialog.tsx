import { useApi } from '@backstage/core-plugin-api';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { useOnce } from '../../dialogs/useOnce';
import { ConfirmationWords } from '../ConfirmationWords';
import { useReadiness } from '../ReadinessContext';
import type { CheckDialogProps } from './SignDialog';

/** "Does not apply" of a must-have counts when a second person, who may approve waivers, agrees. */
export const AgreeDialog = ({ check, onClose }: CheckDialogProps) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { onChanged } = useReadiness();
  const { confirmation, title, because } = check;
  if (confirmation === undefined) return null;
  return (
    <FormDialog
      title={`Agree that it does not apply: ${title}`}
      submitLabel="Agree"
      onSubmit={async () => {
        await api.agree(confirmation.id, once);
        onChanged();
        return 'Agreed. It is not asked for as long as this counts.';
      }}
      onClose={onClose}
    >
      <ConfirmationWords confirmation={confirmation} today={undefined} />
      <p>Now: {because}</p>
    </FormDialog>
  );
};
