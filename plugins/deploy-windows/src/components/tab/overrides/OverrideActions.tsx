import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { OverrideAnswer } from 'backstage-plugin-deploy-windows-common';
import { FormDialog, Muted } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { useGrants } from '../../../access/useGrants';
import { useOwners } from '../../../access/useOwners';
import { Withheld } from '../../../access/Withheld';
import { deployWindowsApiRef } from '../../../api';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import { useTab } from '../TabContext';
import styles from '../Tab.module.css';
import { overrideActionsFor, type OverrideActionName } from './overrideActionsFor';

/** Approve, revoke, review: what makes sense in the state the override is in. */
export const OverrideActions = ({ override }: { readonly override: OverrideAnswer }) => {
  const { decision } = useTab();
  const grants = useGrants(decision.target);
  const owners = useOwners();
  const why = useId();
  const [opened, setOpened] = useState<OverrideActionName>();
  const { actions, remark } = overrideActionsFor(override, decision.principal, grants);
  return (
    <div className={styles.cell}>
      {remark !== undefined && <Muted>{remark}</Muted>}
      {actions.length === 0 && remark === undefined && <Muted>none</Muted>}
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
      {opened !== undefined && (
        <Opened name={opened} override={override} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
};

interface OpenedProps {
  readonly name: OverrideActionName;
  readonly override: OverrideAnswer;
  readonly onClose: () => void;
}

function Opened({ name, override: { id, reason, requestedBy, rules }, onClose }: OpenedProps) {
  const api = useApi(deployWindowsApiRef);
  const { onChanged } = useTab();
  const what = rules.map(({ title }) => title).join(', ');
  switch (name) {
    case 'approve':
      return (
        <FormDialog
          title="Approve this override"
          submitLabel="Approve"
          onSubmit={async () => {
            await api.approveOverride(id);
            onChanged();
            return 'It is approved and counts from now on.';
          }}
          onClose={onClose}
        >
          <p>
            {requestedBy} asks to set aside: {what}. Reason: {reason}
          </p>
        </FormDialog>
      );
    case 'revoke':
      return (
        <ReasonDialog
          title="Revoke this override"
          submitLabel="Revoke"
          onSubmit={async why => {
            await api.revokeOverride(id, why);
            onChanged();
            return 'It is revoked. A deploy that started under it is not stopped.';
          }}
          onClose={onClose}
        >
          It sets aside: {what}. After this it does not.
        </ReasonDialog>
      );
    case 'review':
      return (
        <ReasonDialog
          title="Review this override"
          submitLabel="Close the review"
          onSubmit={async why => {
            await api.reviewOverride(id, why);
            onChanged();
            return 'The review is closed.';
          }}
          onClose={onClose}
        >
          Was it needed, and what should change so that it is not needed again?
        </ReasonDialog>
      );
    default:
      throw new Error(name satisfies never);
  }
}
