import { StateChip } from 'backstage-plugin-infra-overview-react';
import { useConfirmationsAt } from '../context';
import styles from './Marks.module.css';

/** Somebody said that it is not true: seen by everybody until the document changes. */
export const DisputedMark = ({ path }: { readonly path: string }) => {
  const disputes = useConfirmationsAt(path).filter(
    ({ answer, state }) => answer === 'not-true' && state === 'in-force',
  );
  return (
    <>
      {disputes.map(({ id, words, note }) => (
        <span key={id} className={styles.mark}>
          <StateChip label={words} tone="warning" {...(note !== undefined && { title: note })} />
        </span>
      ))}
    </>
  );
};
