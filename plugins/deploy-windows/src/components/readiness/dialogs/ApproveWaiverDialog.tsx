import { useApi } from '@backstage/core-plugin-api';
import type { CheckAnswer, WaiverAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { formatDay } from '../../../time/formatDay';
import { useOnce } from '../../dialogs/useOnce';
import { WaiverWords } from '../WaiverWords';

export interface WaiverDialogProps {
  readonly waiver: WaiverAnswer;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

export interface ApproveWaiverDialogProps extends WaiverDialogProps {
  /** What lies beneath, where it is known. */
  readonly check?: CheckAnswer;
}

/** A second person agrees. Shows what stays open beneath, and until when. */
export const ApproveWaiverDialog = ({
  waiver,
  check,
  onClose,
  onChanged,
}: ApproveWaiverDialogProps) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const until = formatDay(waiver.expiresAt);
  return (
    <FormDialog
      title={`Approve until ${until}: ${waiver.checkTitle}`}
      submitLabel={`Approve until ${until}`}
      onSubmit={async () => {
        await api.approveWaiver(waiver.id, once);
        onChanged();
        return `It is approved and counts until ${until}.`;
      }}
      onClose={onClose}
    >
      <WaiverWords waiver={waiver} />
      {check !== undefined && (
        <p>
          Stays open and counted beneath it: {check.underlying?.words ?? check.statusWords},{' '}
          {check.because}
        </p>
      )}
      <p>
        Nobody approves what they asked for themselves. It ends by itself; a renewal is asked for
        anew.
      </p>
    </FormDialog>
  );
};
