import { useApi } from '@backstage/core-plugin-api';
import { TextField } from '@backstage/ui';
import type { PermitOutcome } from 'backstage-plugin-deploy-windows-common';
import { CopyButton, FormDialog, InputField } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { formatInstant } from '../../time/formatInstant';
import type { TargetDialogProps } from './dialogProps';
import { useOnce } from './useOnce';

/** For whoever deploys by hand: verdict, lock and permit in one step, as a pipeline takes them. */
export const TakeLockDialog = ({ decision, onClose, onChanged }: TargetDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const [minutes, setMinutes] = useState('');
  const [artifact, setArtifact] = useState('');
  const { entityRef, environment, zone, nextClose } = decision;
  const take = async () => {
    const outcome = await api.takePermit(
      {
        entity: entityRef,
        environment,
        ...(minutes !== '' && { duration: `PT${minutes}M` }),
        ...(artifact.trim() !== '' && { artifact: artifact.trim() }),
      },
      once,
    );
    onChanged();
    return <PermitTaken outcome={outcome} zone={zone} />;
  };
  return (
    <FormDialog
      title={`Take the lock of ${environment}`}
      submitLabel="Take the lock"
      onSubmit={take}
      onClose={onClose}
    >
      <p>
        You get a permit: proof that this start is allowed, and the lock, so that nobody else
        deploys meanwhile.
        {nextClose !== undefined && ` Be done by ${nextClose.text} (${zone}).`}
      </p>
      <InputField
        label="Minutes it will take"
        type="number"
        min="1"
        max="1440"
        value={minutes}
        onChange={setMinutes}
        description="Left out: what is declared, else what is typical."
      />
      <TextField label="Version or artifact" value={artifact} onChange={setArtifact} />
    </FormDialog>
  );
};

function PermitTaken({
  outcome,
  zone,
}: {
  readonly outcome: PermitOutcome;
  readonly zone: string;
}) {
  const { permit, decision, queue } = outcome;
  // The answer changed between the question and the press of the button.
  if (permit === undefined) {
    return (
      <>
        No permit: {decision.sentence}
        {queue !== undefined && ` You are number ${queue.place} in the queue.`}
      </>
    );
  }
  return (
    <>
      <p>
        Permit {permit.id}: start by {formatInstant(permit.startBy, zone)}
        {permit.finishBy !== undefined && `, be done by ${formatInstant(permit.finishBy, zone)}`} (
        {zone}). Record the deployment with it; that releases the lock.
      </p>
      <CopyButton label="Copy the permit" text={() => permit.id} />
    </>
  );
}
