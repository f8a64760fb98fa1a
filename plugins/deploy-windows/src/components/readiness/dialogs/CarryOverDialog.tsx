import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import { FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../../api';
import { missingReason } from '../../dialogs/dialogProps';
import { useOnce } from '../../dialogs/useOnce';
import { useReadiness } from '../ReadinessContext';

/** An environment was renamed: what was confirmed and waived under its old name is taken over. */
export const CarryOverDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const api = useApi(readinessApiRef);
  const once = useOnce();
  const { answer, onChanged } = useReadiness();
  const [from, setFrom] = useState('');
  const [why, setWhy] = useState('');
  const { entityRef, environment, subject } = answer;
  const name = from.trim();
  const submit = async () => {
    const { attestations, waivers } = await api.carryOver(
      subject,
      { from: `${entityRef}#${name}`, why: why.trim() },
      once,
    );
    onChanged();
    return `Taken over: ${counted(attestations, 'confirmation')}, ${counted(waivers, 'waiver')}.`;
  };
  return (
    <FormDialog
      title={`Take answers over into ${environment}`}
      submitLabel="Take them over"
      missing={missingOf(name, environment) ?? missingReason(why)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        For an environment that was renamed. Each answer keeps its date, its end and its name; it
        counts only while the facts it is bound to are the same.
      </p>
      <TextField label="Old name of the environment" value={from} onChange={setFrom} isRequired />
      <TextAreaField label="Reason" value={why} onChange={setWhy} isRequired />
    </FormDialog>
  );
};

function missingOf(name: string, environment: string): string | undefined {
  if (!/^[^\s#]+$/.test(name)) return 'Say what it was called';
  return name === environment ? 'It is called so now' : undefined;
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
