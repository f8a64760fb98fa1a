import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { NoticeAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { useGrants } from '../../../access/useGrants';
import { useOwners } from '../../../access/useOwners';
import { Withheld } from '../../../access/Withheld';
import { deployWindowsApiRef } from '../../../api';
import { ReasonDialog } from '../../dialogs/ReasonDialog';
import { useTab } from '../TabContext';
import styles from '../Tab.module.css';

type Opened = 'confirm' | 'withdraw';

/** Settles a notice of which nobody knows whether it arrived; takes one back. */
export const NoticeActions = ({ notice }: { readonly notice: NoticeAnswer }) => {
  const api = useApi(deployWindowsApiRef);
  const { decision, onChanged } = useTab();
  const grants = useGrants(decision.target);
  const owners = useOwners();
  const why = useId();
  const [opened, setOpened] = useState<Opened>();
  if (notice.state === 'withdrawn') return <Muted>none</Muted>;
  const isUnsettled = notice.state === 'unconfirmed' || notice.state === 'failed';
  const actions = [
    ...(isUnsettled
      ? [{ opens: 'confirm' as const, label: 'Confirm it arrived', grant: grants.recordNotice }]
      : []),
    { opens: 'withdraw' as const, label: 'Withdraw', grant: grants.sendNotice },
  ];
  const close = () => setOpened(undefined);
  return (
    <div className={styles.cell}>
      {actions.map(({ opens, label, grant }) => (
        <Button
          key={opens}
          size="small"
          variant="secondary"
          isDisabled={grant.state !== 'granted'}
          onPress={() => setOpened(opens)}
          {...(grant.state === 'refused' && { 'aria-describedby': why })}
        >
          {label}
        </Button>
      ))}
      <Withheld id={why} actions={actions} owners={owners} />
      {opened === 'confirm' && (
        <ReasonDialog
          title={`Confirm that ${notice.audienceTitle} was told`}
          submitLabel="Confirm"
          onSubmit={async evidence => {
            await api.confirmNotice(notice.id, evidence);
            onChanged();
            return 'It counts as told.';
          }}
          onClose={close}
        >
          Say how you know: a reply, a call, a log of the mail server.
        </ReasonDialog>
      )}
      {opened === 'withdraw' && (
        <ReasonDialog
          title={`Withdraw the notice to ${notice.audienceTitle}`}
          submitLabel="Withdraw"
          onSubmit={async reason => {
            await api.withdrawNotice(notice.id, reason);
            onChanged();
            return 'It is withdrawn and frees no start any more. Those who were told are told so, once.';
          }}
          onClose={close}
        >
          The announced deploy will not happen.
        </ReasonDialog>
      )}
    </div>
  );
};
