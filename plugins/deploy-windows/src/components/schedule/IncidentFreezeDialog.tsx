import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import type { IncidentFreezeAskedText } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { missingReason } from '../dialogs/dialogProps';
import { Labelled } from '../dialogs/Labelled';
import { useOnce } from '../dialogs/useOnce';
import { SuggestField } from './SuggestField';
import { useIncidentFreezePreview } from './useWindowPreview';
import { WindowPreviewLines } from './WindowPreviewLines';

const LENGTHS = [
  { value: 'PT1H', label: '1 hour' },
  { value: 'PT4H', label: '4 hours' },
  { value: 'PT12H', label: '12 hours' },
  { value: 'PT24H', label: '24 hours' },
];
const EVERYWHERE = 'everywhere';
const PLACES = [
  { value: 'production', label: 'Production only' },
  { value: EVERYWHERE, label: 'Every environment' },
];

export interface IncidentFreezeDialogProps {
  readonly levels: readonly string[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Stops everything below a level, now. It lifts itself, so that nobody has to remember. */
export const IncidentFreezeDialog = ({ levels, onClose, onChanged }: IncidentFreezeDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [level, setLevel] = useState(levels[0] ?? '');
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState('PT4H');
  const [place, setPlace] = useState('production');
  const [names, setNames] = useState('');
  const overridableBy = names.split(/[\s,]+/).filter(name => name !== '');

  const wish: IncidentFreezeAskedText = {
    level: level.trim(),
    reason: reason.trim().length < 10 ? 'Not written yet' : reason.trim(),
    duration,
    ...(place !== EVERYWHERE && { stages: [place] }),
    ...(overridableBy.length > 0 && { overridableBy }),
  };
  const freeze = async () => {
    const window = await api.createIncidentFreeze(wish, once);
    onChanged();
    return `Frozen. ${window.sentence}. It lifts itself.`;
  };
  return (
    <FormDialog
      title="Incident freeze"
      submitLabel="Freeze now"
      tone="destructive"
      missing={level.trim() === '' ? 'Say what is frozen' : missingReason(reason)}
      onSubmit={freeze}
      onClose={onClose}
    >
      <p>Nothing starts below this level from now on. What runs already is not stopped.</p>
      <SuggestField
        label="Everything below"
        value={level}
        onChange={setLevel}
        suggestions={levels}
      />
      <Labelled label="Where">
        <ChipChoice label="Where" choices={PLACES} value={place} onChange={setPlace} />
      </Labelled>
      <TextAreaField
        label="Reason"
        description="Shown to whoever is held."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <Labelled label="Lifts itself after">
        <ChipChoice
          label="Lifts itself after"
          choices={LENGTHS}
          value={duration}
          onChange={setDuration}
        />
      </Labelled>
      <TextField
        label="Who may let a fix through"
        description="group:default/on-call, user:default/ada. Left out: you."
        value={names}
        onChange={setNames}
      />
      <Preview wish={wish} />
    </FormDialog>
  );
};

function Preview({ wish }: { readonly wish: IncidentFreezeAskedText }) {
  return <WindowPreviewLines asked={useIncidentFreezePreview(wish)} />;
}
