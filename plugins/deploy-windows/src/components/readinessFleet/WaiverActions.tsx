import { Button } from '@backstage/ui';
import type { WaiverAnswer, WaiversAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import type { Grant } from '../../access/useGrants';
import { useReader } from '../../access/useReader';
import { useReadinessGrants, type ReadinessGrants } from '../../access/useReadinessGrants';
import { Withheld } from '../../access/Withheld';
import { formatDay } from '../../time/formatDay';
import { ApproveWaiverDialog } from '../readiness/dialogs/ApproveWaiverDialog';
import { DenyWaiverDialog } from '../readiness/dialogs/DenyWaiverDialog';
import { RevokeWaiverDialog } from '../readiness/dialogs/RevokeWaiverDialog';
import styles from './Fleet.module.css';

type Name = 'approve' | 'deny' | 'revoke';
interface Action {
  readonly name: Name;
  readonly label: string;
  readonly grant: Grant;
}

export interface WaiverActionsProps {
  readonly waiver: WaiversAnswer['items'][number];
  readonly onChanged: () => void;
}

/** What can still be done with a waiver. */
export const WaiverActions = ({ waiver, onChanged }: WaiverActionsProps) => {
  const grants = useReadinessGrants(waiver.subject);
  const reader = useReader();
  const why = useId();
  const [opened, setOpened] = useState<Name>();
  const actions = actionsOf(waiver, grants, reader);
  if (actions.length === 0) return <Muted>none</Muted>;
  const owners = waiver.target.owner === undefined ? [] : [waiver.target.owner];
  const dialog = { waiver, onChanged, onClose: () => setOpened(undefined) };
  return (
    <div className={styles.cell}>
      {waiver.state === 'waiting' && waiver.requestedBy === reader && (
        <Muted>Somebody else has to approve it</Muted>
      )}
      {actions.map(({ name, label, grant }) => (
        <Button
          key={name}
          size="small"
          variant="secondary"
          isDisabled={grant.state !== 'granted'}
          onPress={() => setOpened(name)}
          {...(grant.state === 'refused' && { 'aria-describedby': why })}
        >
          {label}
        </Button>
      ))}
      <Withheld id={why} actions={actions} owners={owners} />
      {opened === 'approve' && <ApproveWaiverDialog {...dialog} />}
      {opened === 'deny' && <DenyWaiverDialog {...dialog} />}
      {opened === 'revoke' && <RevokeWaiverDialog {...dialog} />}
    </div>
  );
};

function actionsOf(
  { state, requestedBy, expiresAt }: WaiverAnswer,
  grants: ReadinessGrants,
  reader: string | undefined,
): readonly Action[] {
  const approve: Action = {
    name: 'approve',
    label: `Approve until ${formatDay(expiresAt)}`,
    grant: grants.approveWaiver,
  };
  const deny: Action = { name: 'deny', label: 'Deny', grant: grants.approveWaiver };
  const revoke: Action = {
    name: 'revoke',
    label: state === 'waiting' ? 'Withdraw' : 'Revoke',
    grant: grants.askForWaiver,
  };
  switch (state) {
    case 'waiting':
      return requestedBy === reader ? [revoke] : [approve, deny, revoke];
    case 'active':
      return [revoke];
    case 'denied':
    case 'revoked':
    case 'ended':
    case 'superseded':
      return [];
    default:
      throw new Error(state satisfies never);
  }
}
