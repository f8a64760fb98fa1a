import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { ConfirmationAnswer, ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { failureOf, ToneText } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { useObservedActions, useObservedAnswer } from '../context';
import { DisputedMark } from '../marks/DisputedMark';
import { NotTrueDialog } from './NotTrueDialog';

export interface SayMenuProps {
  /** Path of the list or block: `addons`. */
  readonly path: string;
  readonly title: string;
}

/** The same words about a whole section, folded into one button: a page has thirty sections. */
export const SayMenu = (props: SayMenuProps) => {
  const may = useObservedAnswer()?.may.confirm;
  return (
    <>
      <DisputedMark path={props.path} />
      {/* Nothing until it is known who may say what. */}
      {may !== undefined && may !== 'nothing' && <OpenMenu {...props} may={may} />}
    </>
  );
};

interface OpenMenuProps extends SayMenuProps {
  readonly may: ObservedAnswer['may']['confirm'];
}

function OpenMenu({ path, title, may }: OpenMenuProps) {
  const { say } = useObservedActions();
  const [isNoting, setNoting] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const send = async (answer: ConfirmationAnswer) => {
    setSending(true);
    setFailure(undefined);
    try {
      await say({ path, answer });
    } catch (error) {
      setFailure(failureOf(error).message);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {failure !== undefined && (
        <span role="alert">
          <ToneText tone="bad">Not noted: {failure}</ToneText>
        </span>
      )}
      <MenuTrigger>
        <Button
          size="small"
          variant="tertiary"
          isPending={isSending}
          aria-label={`Still true? ${title}`}
        >
          Still true?
        </Button>
        <Menu>
          {may === 'all' && (
            <MenuItem onAction={() => send('still-true')}>All of it is still true</MenuItem>
          )}
          <MenuItem onAction={() => setNoting(true)}>Something is not true</MenuItem>
          {may === 'all' && <MenuItem onAction={() => send('unknown')}>I don’t know</MenuItem>}
        </Menu>
      </MenuTrigger>
      {isNoting && <NotTrueDialog path={path} title={title} onClose={() => setNoting(false)} />}
    </>
  );
}
