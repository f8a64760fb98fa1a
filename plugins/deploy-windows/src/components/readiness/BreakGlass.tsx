import { Button } from '@backstage/ui';
import { useState } from 'react';
import { BreakGlassDialog } from './dialogs/BreakGlassDialog';
import { useReadiness } from './ReadinessContext';

/** Only where readiness holds deploys and the reader may do it: everybody else would only be told that it exists. */
export const BreakGlass = () => {
  const { answer, grants } = useReadiness();
  const [open, setOpen] = useState(false);
  const holds = answer.gate.mode === 'enforce' && answer.verdict === 'not-ready';
  if (!holds || grants.breakGlass.state !== 'granted') return null;
  return (
    <>
      <Button size="small" variant="secondary" destructive onPress={() => setOpen(true)}>
        Break glass
      </Button>
      {open && <BreakGlassDialog onClose={() => setOpen(false)} />}
    </>
  );
};
