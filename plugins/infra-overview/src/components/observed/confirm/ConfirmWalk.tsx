import { Button, Dialog, DialogBody, DialogFooter, DialogHeader } from '@backstage/ui';
import type { DueConfirmation, ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { ToneText } from 'backstage-plugin-infra-overview-react';
import styles from './Confirm.module.css';
import { mayWords } from './mayWords';
import { useWalk } from './useWalk';
import { WalkStep } from './WalkStep';
import { WalkSummary } from './WalkSummary';

export interface ConfirmWalkProps {
  /** Oldest first. */
  readonly due: readonly DueConfirmation[];
  readonly may: ObservedAnswer['may']['confirm'];
  readonly onClose: () => void;
}

/** Leads through what nobody looked at for longest, one thing at a time. */
export const ConfirmWalk = ({ due: dueNow, may, onClose }: ConfirmWalkProps) => {
  const walk = useWalk(dueNow);
  const { due, steps, current, failure } = walk;
  const isOver = current === undefined;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width="min(40rem, calc(100vw - 2rem))"
    >
      <DialogHeader>Is this still true?</DialogHeader>
      <DialogBody>
        <div className={styles.walk}>
          {may === 'nothing' && <p>{mayWords(may)}</p>}
          {may !== 'nothing' && current !== undefined && (
            <WalkStep
              key={current.path}
              due={current}
              position={steps.length + 1}
              count={due.length}
              may={may}
              sending={walk.sending}
              onSay={walk.say}
              onSkip={walk.skip}
            />
          )}
          {may !== 'nothing' && isOver && <WalkSummary steps={steps} onTakeBack={walk.takeBack} />}
          {failure !== undefined && (
            <span role="alert">
              <ToneText tone="bad">That did not work: {failure}</ToneText>
            </span>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant={isOver ? 'primary' : 'secondary'} onPress={onClose}>
          {isOver || may === 'nothing' ? 'Close' : 'Stop here'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
