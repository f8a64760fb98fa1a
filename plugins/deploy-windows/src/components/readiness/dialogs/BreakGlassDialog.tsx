import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../../api';
import { useOnce } from '../../dialogs/useOnce';
import { useReadiness } from '../ReadinessContext';
import { missingWaiverReason } from './missingWaiverReason';

/** One reason, one act: a waiver of 24 hours for each open must-have. */
export const BreakGlassDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { answer, onChanged } = useReadiness();
  const [reason, setReason] = useState('');
  const { entityRef, environment, open } = answer;
  const submit = async () => {
    const { waivers } = await api.breakGlass(
      { entity: entityRef, environment, reason: reason.trim() },
      once,
    );
    onChanged();
    return `${waivers.length === 1 ? '1 must-have is' : `${waivers.length} must-haves are`} waived for 24 hours. The owner and the approvers are told, and a review is due.`;
  };
  return (
    <FormDialog
      title={`Break glass for ${environment}`}
      submitLabel="Waive them for 24 hours"
      tone="destructive"
      missing={missingWaiverReason(reason)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>It waives for 24 hours, all at once, and sets no freeze and no lock aside:</p>
      <ul>
        {open.map(({ checkId, title }) => (
          <li key={checkId}>{title}</li>
        ))}
      </ul>
      <TextAreaField
        label="Reason"
        description="Goes to the owner and the approvers, with your name."
        value={reason}
        onChange={setReason}
        isRequired
      />
    </FormDialog>
  );
};
