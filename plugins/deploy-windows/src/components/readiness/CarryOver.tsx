import { Button } from '@backstage/ui';
import { useState } from 'react';
import { CarryOverDialog } from './dialogs/CarryOverDialog';
import { useReadiness } from './ReadinessContext';

/** Rarely needed, so only for those who may sign here. */
export const CarryOver = () => {
  const { grants } = useReadiness();
  const [open, setOpen] = useState(false);
  if (grants.attest.state !== 'granted') return null;
  return (
    <>
      <Button size="small" variant="tertiary" onPress={() => setOpen(true)}>
        Take answers over from a renamed environment
      </Button>
      {open && <CarryOverDialog onClose={() => setOpen(false)} />}
    </>
  );
};
