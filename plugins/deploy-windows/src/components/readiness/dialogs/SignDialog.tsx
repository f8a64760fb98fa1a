import { useApi } from '@backstage/core-plugin-api';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { useOnce } from '../../dialogs/useOnce';
import { ConfirmationWords } from '../ConfirmationWords';
import { useReadiness } from '../ReadinessContext';

export interface CheckDialogProps {
  readonly check: CheckAnswer;
  readonly onClose: () => void;
}

/** The second signature. */
export const SignDialog = ({ check, onClose }: CheckDialogProps) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { onChanged } = useReadiness();
  const { confirmation, attest, title } = check;
  if (confirmation === undefined) return null;
  return (
    <FormDialog
      title={`Sign too: ${title}`}
      submitLabel="Sign"
      onSubmit={async () => {
        const signed = await api.sign(confirmation.id, once);
        onChanged();
        return signed.state === 'valid' ? 'Signed. It counts now.' : 'Signed.';
      }}
      onClose={onClose}
    >
      <p>{attest?.statement}</p>
      <ConfirmationWords confirmation={confirmation} today={attest?.boundTo} />
    </FormDialog>
  );
};
