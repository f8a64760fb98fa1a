import { useApi } from '@backstage/core-plugin-api';
import { Checkbox, TextAreaField, TextField } from '@backstage/ui';
import type { ChangeType, DeploymentWishText } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  FormDialog,
  InputField,
  ToneText,
} from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { instantOfLocal, localOfInstant } from '../../time/localInput';
import { reader } from '../../time/reader';
import { CHANGE_TYPES } from '../../lib/changeTypes';
import type { TargetDialogProps } from './dialogProps';
import { Labelled } from './Labelled';
import { useOnce } from './useOnce';

type Result = 'running' | 'succeeded' | 'failed' | 'cancelled';

const RESULTS: readonly { readonly value: Result; readonly label: string }[] = [
  { value: 'succeeded', label: 'Succeeded' },
  { value: 'failed', label: 'Failed' },
  { value: 'cancelled', label: 'Cancelled' },
  { value: 'running', label: 'Still running' },
];

/** Writes a deployment into the log, for those that no pipeline records. */
export const RecordDialog = ({ decision, at, onClose, onChanged }: TargetDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [version, setVersion] = useState('');
  const [changeType, setChangeType] = useState<ChangeType>('deploy');
  const [result, setResult] = useState<Result>('succeeded');
  const [startedAt, setStartedAt] = useState(() => localOfInstant(at - 15 * 60_000));
  const [finishedAt, setFinishedAt] = useState(() => localOfInstant(at));
  const [permit, setPermit] = useState('');
  const [externalId, setExternalId] = useState('');
  const [note, setNote] = useState('');
  const [causedErrors, setCausedErrors] = useState(false);
  const { entityRef, environment } = decision;
  const isRunning = result === 'running';
  const start = instantOfLocal(startedAt);
  const finish = instantOfLocal(finishedAt);

  const record = async () => {
    const wish: DeploymentWishText = {
      entity: entityRef,
      environment,
      changeType,
      result,
      ...(version.trim() !== '' && { version: version.trim() }),
      ...(permit.trim() !== '' && { permit: permit.trim() }),
      ...(externalId.trim() !== '' && { externalId: externalId.trim() }),
      ...(start !== undefined && { startedAt: start }),
      ...(!isRunning && finish !== undefined && { finishedAt: finish }),
      ...(note.trim() !== '' && { note: note.trim() }),
      ...(causedErrors && { causedErrors }),
    };
    const recorded = await api.recordDeployment(wish, once);
    onChanged();
    return recorded.unpermitted
      ? 'It is in the log, marked as one without a permit.'
      : 'It is in the log.';
  };
  return (
    <FormDialog
      title={`Record a deployment to ${environment}`}
      submitLabel="Record it"
      missing={missingTimes(start, finish, result)}
      onSubmit={record}
      onClose={onClose}
    >
      <TextField
        label="Version"
        description="What is there now: a tag, a commit, a number."
        value={version}
        onChange={setVersion}
      />
      <Labelled label="Kind of change">
        <ChipChoice
          label="Kind of change"
          choices={CHANGE_TYPES}
          value={changeType}
          onChange={value => setChangeType(value as ChangeType)}
        />
      </Labelled>
      <Labelled label="Result">
        <ChipChoice
          label="Result"
          choices={RESULTS}
          value={result}
          onChange={value => setResult(value as Result)}
        />
      </Labelled>
      <InputField
        label="Started"
        type="datetime-local"
        description={`Your time, ${reader.zone}`}
        value={startedAt}
        onChange={setStartedAt}
        isRequired
      />
      {!isRunning && (
        <InputField
          label="Finished"
          type="datetime-local"
          description={`Your time, ${reader.zone}`}
          value={finishedAt}
          onChange={setFinishedAt}
          isRequired
        />
      )}
      <TextField label="Permit" value={permit} onChange={setPermit} />
      {permit.trim() === '' && (
        <ToneText tone="warning">
          Without a permit it is marked as one that went around the gate.
        </ToneText>
      )}
      <TextField
        label="Number of the run"
        description="Of the pipeline, if there was one. The same number is recorded once."
        value={externalId}
        onChange={setExternalId}
      />
      <Checkbox isSelected={causedErrors} onChange={setCausedErrors}>
        Requests failed while it ran
      </Checkbox>
      <TextAreaField label="Note" value={note} onChange={setNote} />
    </FormDialog>
  );
};

function missingTimes(
  start: string | undefined,
  finish: string | undefined,
  result: Result,
): string | undefined {
  if (start === undefined) return 'Say when it started';
  if (result === 'running') return undefined;
  if (finish === undefined) return 'Say when it finished';
  return Date.parse(finish) < Date.parse(start) ? 'It cannot finish before it starts' : undefined;
}
