import { Button, Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DriftFinding, DriftPatch } from 'backstage-plugin-infra-overview-common';
import { CopyButton, OutsideLink } from '../../kit';
import { useView } from '../../overview/context';
import styles from './Drift.module.css';

export interface AcceptDialogProps {
  readonly finding: DriftFinding;
  readonly patch: DriftPatch;
  readonly onClose: () => void;
}

/** What to write so that the document says what was seen. Nothing is changed from here: the document has its own review. */
export const AcceptDialog = ({ finding, patch, onClose }: AcceptDialogProps) => {
  const { entity } = useView().overview;
  const isOwn = patch.entityRef === entity.ref;
  const file = isOwn ? (entity.editUrl ?? entity.sourceUrl) : undefined;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width="min(40rem, calc(100vw - 2rem))">
      <DialogHeader>Accept: {finding.title}</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <p>{finding.words}. With these lines the document says what was seen.</p>
          <p>
            Where: {patch.at}
            {!isOwn && (
              <>
                {', in the document of '}
                <EntityRefLink entityRef={patch.entityRef} />
              </>
            )}
          </p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard */}
          <pre className={styles.yaml} tabIndex={0} role="group" aria-label="Lines to write">
            {patch.yaml}
          </pre>
          <div className={styles.actions}>
            <CopyButton label="Copy" text={() => patch.yaml} />
            {file !== undefined && <OutsideLink href={file}>Edit the file</OutsideLink>}
          </div>
          <p>
            The difference ends when the catalog has read the file and a source has looked again.
          </p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
