import { Button } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useObservedAnswer } from '../context';

const ConfirmWalk = lazy(async () => ({ default: (await import('./ConfirmWalk')).ConfirmWalk }));

const PARAMETER = 'confirm';

/** The way through everything that is due. It is in the address, so that a reminder can lead here. */
export const ConfirmProject = () => {
  const answer = useObservedAnswer();
  const [parameters, setParameters] = useSearchParams();
  if (answer === undefined) return null;
  const { due, may } = answer;
  const open = (isOpen: boolean) =>
    setParameters(current => {
      const next = new URLSearchParams(current);
      if (isOpen) next.set(PARAMETER, '1');
      else next.delete(PARAMETER);
      return next;
    });
  return (
    <>
      {due.length > 0 && may.confirm !== 'nothing' && (
        <Button size="small" variant="secondary" onPress={() => open(true)}>
          {may.confirm === 'all' ? `Confirm (${due.length})` : `Is it true? (${due.length})`}
        </Button>
      )}
      {parameters.get(PARAMETER) === '1' && (
        <Suspense fallback={null}>
          <ConfirmWalk due={due} may={may.confirm} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  );
};
