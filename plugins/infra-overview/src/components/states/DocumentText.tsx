import { useEntity } from '@backstage/plugin-catalog-react';
import { documentText } from '../../lib/documentText';
import { CopyButton } from '../kit';
import styles from './StarterDocument.module.css';

/** The document as its author wrote it, where the page cannot draw it. Loaded on demand: no other state needs YAML in the browser. */
export const DocumentText = () => {
  const text = documentText(useEntity().entity);
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0} role="group" aria-label="The document as text">
        {text}
      </pre>
      <CopyButton label="Copy" text={() => text} />
    </>
  );
};
