import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  calendarTokenPermission,
  type NewCalendarToken,
} from 'backstage-plugin-deploy-windows-common';
import { CopyButton, Muted, ToneText, failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../../api';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';
import { TokenTable } from './TokenTable';
import styles from '../Tab.module.css';

/** A calendar to subscribe to: its address is a secret, is shown once and can be revoked. */
export const CalendarSection = () => {
  const api = useApi(deployWindowsApiRef);
  const { entityRef, environment, onChanged } = useTab();
  const { allowed, loading, error } = usePermission({ permission: calendarTokenPermission });
  const asked = useTabAsked('calendars', async (client, tab, options) =>
    (await client.calendarTokens(options)).filter(({ scope }) => scope.entity === tab.entityRef),
  );
  const [created, setCreated] = useState<NewCalendarToken>();
  const [state, setState] = useState<{ readonly pending: boolean; readonly failure?: string }>({
    pending: false,
  });
  const isRefused = !allowed && !loading && error === undefined;

  const subscribe = async () => {
    setState({ pending: true });
    try {
      setCreated(await api.createCalendarToken({ entity: entityRef, environment }));
      setState({ pending: false });
      onChanged();
    } catch (failure) {
      setState({ pending: false, failure: failureOf(failure).message });
    }
  };
  return (
    <AskedSection
      id="calendar"
      title="Calendar (.ics)"
      asked={asked}
      depth="folded"
      count={items => items.length}
    >
      {items => (
        <div className={styles.cell}>
          <p>
            Openings, freezes and agreed times of {environment} in your own calendar, for the next
            400 days. Reasons are left out.
          </p>
          <Button
            size="small"
            variant="secondary"
            isDisabled={loading || isRefused}
            isPending={state.pending}
            onPress={subscribe}
            {...(isRefused && { 'aria-describedby': 'calendar-refused' })}
          >
            Make an address
          </Button>
          {isRefused && (
            <p id="calendar-refused">
              <Muted>You may not: make an address ({calendarTokenPermission.name}).</Muted>
            </p>
          )}
          {state.failure !== undefined && (
            <span role="alert">
              <ToneText tone="bad">No address was made: {state.failure}</ToneText>
            </span>
          )}
          {created !== undefined && (
            <div role="status">
              <p>
                <ToneText tone="warning">
                  Shown once: whoever has it can read this calendar. Copy it now.
                </ToneText>
              </p>
              <div className={styles.address}>
                <code>{created.url}</code>
                <CopyButton label="Copy the address" text={() => created.url} />
              </div>
            </div>
          )}
          {items.length > 0 && <TokenTable tokens={items} />}
        </div>
      )}
    </AskedSection>
  );
};
