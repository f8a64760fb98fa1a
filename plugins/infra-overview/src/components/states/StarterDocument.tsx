import type { OverviewEntity } from 'backstage-plugin-infra-overview-common';
import { starterDocument } from '../../lib/starterDocument';
import { CopyButton, OutsideLink } from '../kit';
import styles from './StarterDocument.module.css';

/** A document to copy into the entity's file. */
export const StarterDocument = ({ entity }: { readonly entity: OverviewEntity }) => {
  const text = starterDocument(entity.kind);
  const file = entity.editUrl ?? entity.sourceUrl;
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0} role="group" aria-label="A document to start with">
        {text}
      </pre>
      <div className={styles.actions}>
        <CopyButton label="Copy" text={() => text} />
        {file !== undefined && <OutsideLink href={file}>Open the file</OutsideLink>}
      </div>
    </>
  );
};
