import { Button } from '@backstage/ui';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { useState } from 'react';
import type { CheckAction, CheckActions } from '../../lib/readiness/checkActionsFor';
import { isOpen } from '../../lib/readiness/sortChecks';
import { OpenedCheckAction } from './dialogs/OpenedCheckAction';
import styles from './Readiness.module.css';

export interface FirstActionProps {
  readonly check: CheckAnswer;
  readonly actions: CheckActions;
  /** Shows the lines to add. */
  readonly onFix: () => void;
}

/**
 * The one thing to do about a check; nothing where nothing is to be done. What the reader may not do is said once, in the
 * opened row: ninety times on a page it would be noise.
 */
export const FirstAction = ({ check, actions: { first }, onFix }: FirstActionProps) => {
  const [opened, setOpened] = useState<CheckAction>();
  if (first === undefined || first.grant.state === 'refused') {
    if (check.fix === undefined || !isOpen(check)) return null;
    return (
      <div className={styles.action}>
        <Button
          size="small"
          variant="secondary"
          onPress={onFix}
          aria-label={`Lines to add: ${check.title}`}
        >
          Lines to add
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.action}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={first.grant.state !== 'granted'}
        onPress={() => setOpened(first)}
        aria-label={`${first.label}: ${check.title}`}
      >
        {first.label}
      </Button>
      {opened !== undefined && (
        <OpenedCheckAction check={check} action={opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
};
