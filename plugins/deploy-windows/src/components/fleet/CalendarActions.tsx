import { Button } from '@backstage/ui';
import { RiSnowflakeLine } from '@remixicon/react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  incidentFreezePermission,
  type WindowsFleet,
} from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useId, useMemo, useState } from 'react';
import { ImportDialog } from '../schedule/ImportDialog';
import { IncidentFreezeDialog } from '../schedule/IncidentFreezeDialog';
import { WindowDialog } from '../schedule/WindowDialog';
import styles from './Calendar.module.css';

export interface CalendarActionsProps {
  readonly fleet: WindowsFleet;
  readonly onChanged: () => void;
}

type Opened = 'window' | 'incident-freeze' | 'import';

/** What may be done from the calendar. Whether a window may be kept at a level depends on the level, so the server says it there. */
export const CalendarActions = ({ fleet, onChanged }: CalendarActionsProps) => {
  const [opened, setOpened] = useState<Opened>();
  const { loading, allowed, error } = usePermission({ permission: incidentFreezePermission });
  const why = useId();
  const levels = useMemo(() => levelsOf(fleet), [fleet]);
  const isRefused = !loading && !allowed && error === undefined;
  const close = () => setOpened(undefined);
  return (
    <div className={styles.actions}>
      <Button variant="secondary" size="small" onPress={() => setOpened('window')}>
        New window or freeze
      </Button>
      <Button variant="secondary" size="small" onPress={() => setOpened('import')}>
        Import .ics
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiSnowflakeLine aria-hidden />}
        isDisabled={loading || isRefused}
        onPress={() => setOpened('incident-freeze')}
        {...(isRefused && { 'aria-describedby': why })}
      >
        Incident freeze
      </Button>
      {isRefused && (
        <span id={why}>
          <Muted>You may not freeze for an incident ({incidentFreezePermission.name}).</Muted>
        </span>
      )}
      {opened === 'window' && (
        <WindowDialog
          levels={levels}
          zone={fleet.zone}
          at={Date.parse(fleet.now)}
          onClose={close}
          onChanged={onChanged}
        />
      )}
      {opened === 'import' && (
        <ImportDialog levels={levels} onClose={close} onChanged={onChanged} />
      )}
      {opened === 'incident-freeze' && (
        <IncidentFreezeDialog levels={levels} onClose={close} onChanged={onChanged} />
      )}
    </div>
  );
};

/** Systems first, then their environments, then whole organisations. */
function levelsOf({ facets, rows }: WindowsFleet): readonly string[] {
  return [...new Set([...facets.systems, ...rows.map(({ target }) => target), ...facets.domains])];
}
