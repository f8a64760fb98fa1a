import { TextAreaField } from '@backstage/ui';
import { FormDialog, Muted } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { useObservedActions, useObservedAnswer } from '../context';
import { mayWords } from './mayWords';

export interface NotTrueDialogProps {
  readonly path: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Anybody who can read the page can say that it is wrong; what is wrong may be added. */
export const NotTrueDialog = ({ path, title, onClose }: NotTrueDialogProps) => {
  const { say } = useObservedActions();
  const may = useObservedAnswer()?.may.confirm;
  const [note, setNote] = useState('');
  const why = may === undefined ? undefined : mayWords(may);
  const send = async () => {
    const words = note.trim();
    await say({ path, answer: 'not-true', ...(words !== '' && { note: words }) });
    onClose();
    return undefined;
  };
  return (
    <FormDialog
      title={`Not true: ${title}`}
      submitLabel="Say that it is not true"
      onSubmit={send}
      onClose={onClose}
    >
      <p>Everybody sees it here, with your name, until the document changes.</p>
      <TextAreaField
        label="What is not true about it?"
        description="May stay empty."
        value={note}
        onChange={setNote}
      />
      {why !== undefined && <Muted>{why}</Muted>}
    </FormDialog>
  );
};
