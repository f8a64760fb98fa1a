import { Button } from '@backstage/ui';
import { useId, useState } from 'react';
import { useGrants } from '../../../access/useGrants';
import { useOwners } from '../../../access/useOwners';
import { Withheld } from '../../../access/Withheld';
import { WindowDialog } from '../../schedule/WindowDialog';
import { useTab } from '../TabContext';

const LABEL = 'Add a window or freeze';

/** Beside what the catalog declares: for this environment, or for the whole entity. */
export const AddWindow = () => {
  const { decision, entityRef, at, onChanged } = useTab();
  const [open, setOpen] = useState(false);
  const grant = useGrants(decision.target).createWindow;
  const owners = useOwners();
  const why = useId();
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        isDisabled={grant.state !== 'granted'}
        onPress={() => setOpen(true)}
        {...(grant.state === 'refused' && { 'aria-describedby': why })}
      >
        {LABEL}
      </Button>
      <Withheld id={why} actions={[{ label: LABEL, grant }]} owners={owners} />
      {open && (
        <WindowDialog
          levels={[decision.target, entityRef]}
          zone={decision.zone}
          at={at}
          onClose={() => setOpen(false)}
          onChanged={onChanged}
        />
      )}
    </>
  );
};
