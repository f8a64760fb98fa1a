import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';

export interface CopyButtonProps {
  readonly label: string;
  /** Asked for when pressed, so that a long text is only made when wanted. */
  readonly text: () => string;
  readonly size?: 'small' | 'medium';
}

type State = 'ready' | 'copied' | 'failed';

/** Copies a text and says so, to the eye and to screen readers. */
export const CopyButton = ({ label, text, size = 'small' }: CopyButtonProps) => {
  const [state, setState] = useState<State>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button
      variant="secondary"
      size={size}
      iconStart={state === 'copied' ? <RiCheckLine aria-hidden /> : <RiFileCopyLine aria-hidden />}
      onPress={copy}
      onBlur={() => setState('ready')}
    >
      <span aria-live="polite">{wordsOf(state, label)}</span>
    </Button>
  );
};

function wordsOf(state: State, label: string): string {
  switch (state) {
    case 'ready':
      return label;
    case 'copied':
      return 'Copied';
    case 'failed':
      return 'Could not copy: the browser did not allow it';
    default:
      throw new Error(state satisfies never);
  }
}
