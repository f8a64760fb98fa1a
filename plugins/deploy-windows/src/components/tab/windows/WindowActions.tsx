import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { WindowAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../../api';
import { ExemptionDialog } from '../../dialogs/ExemptionDialog';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import { useTab } from '../TabContext';
import styles from '../Tab.module.css';

type Opened = 'exempt' | 'withdraw';

/** Leave from a freeze, or the end of a window that was added here. Who may is a matter of its level, so the server says it. */
export const WindowActions = ({ window }: { readonly window: WindowAnswer }) => {
  const { decision, at, onChanged } = useTab();
  const [opened, setOpened] = useState<Opened>();
  const canExempt = window.kind === 'freeze' && window.governs;
  const close = () => setOpened(undefined);
  if (!canExempt && window.id === undefined) return <Muted>none</Muted>;
  return (
    <div className={styles.cell}>
      {canExempt && (
        <Button size="small" variant="secondary" onPress={() => setOpened('exempt')}>
          Exempt {decision.environment}
        </Button>
      )}
      {window.id !== undefined && (
        <Button size="small" variant="secondary" onPress={() => setOpened('withdraw')}>
          Withdraw
        </Button>
      )}
      {opened === 'exempt' && (
        <ExemptionDialog
          freeze={window}
          decision={decision}
          at={at}
          onClose={close}
          onChanged={onChanged}
        />
      )}
      {opened === 'withdraw' && window.id !== undefined && (
        <WithdrawDialog id={window.id} title={window.title} onClose={close} onChanged={onChanged} />
      )}
    </div>
  );
};

interface WithdrawDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function WithdrawDialog({ id, title, onClose, onChanged }: WithdrawDialogProps) {
  const api = useApi(deployWindowsApiRef);
  return (
    <ReasonDialog
      title={`Withdraw ${title}`}
      submitLabel="Withdraw"
      onSubmit={async why => {
        await api.withdrawWindow(id, why);
        onChanged();
        return 'It is withdrawn and counts no more. It stays in the log.';
      }}
      onClose={onClose}
    >
      It stops counting at once.
    </ReasonDialog>
  );
}
