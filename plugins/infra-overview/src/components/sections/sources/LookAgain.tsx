import { Button } from '@backstage/ui';
import { counted } from 'backstage-plugin-infra-overview-common';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { Muted, ToneText } from '../../kit';
import { useObservedActions } from '../../observed/context';

type State =
  | { readonly step: 'ready' }
  | { readonly step: 'looking' }
  | { readonly step: 'looked'; readonly differences: number }
  | { readonly step: 'failed'; readonly words: string };

/** Asks every source to look at this project now, and says what came of it. */
export const LookAgain = ({ may }: { readonly may: boolean }) => {
  const { refresh } = useObservedActions();
  const [state, setState] = useState<State>({ step: 'ready' });
  if (!may) {
    return (
      <Muted>
        Each source looks again by itself. To ask for it now takes the permission
        infra-overview.source.refresh.
      </Muted>
    );
  }
  const look = async () => {
    setState({ step: 'looking' });
    try {
      setState({ step: 'looked', differences: await refresh() });
    } catch (error) {
      setState({ step: 'failed', words: failureOf(error).message });
    }
  };
  return (
    <>
      <Button size="small" variant="secondary" isPending={state.step === 'looking'} onPress={look}>
        Look again
      </Button>{' '}
      <span role="status">
        {state.step === 'looking' && <Muted>The sources look. It may take a minute.</Muted>}
        {state.step === 'looked' && (
          <Muted>
            Looked just now:{' '}
            {state.differences === 0 ? 'no difference' : counted(state.differences, 'difference')}.
          </Muted>
        )}
      </span>
      {state.step === 'failed' && (
        <span role="alert">
          <ToneText tone="bad">Could not look: {state.words}</ToneText>
        </span>
      )}
    </>
  );
};
