import { Button } from '@backstage/ui';
import { useState } from 'react';
import { cx, Steps, type Step } from '../../kit';
import styles from './LongSteps.module.css';

/** As many steps as one reads at once. LongSteps.module.css hides from the one after. */
export const STEPS_SHOWN = 10;

/** Numbered steps; past the tenth they wait for a button, and are printed all the same. */
export const LongSteps = ({
  steps,
  label,
}: {
  readonly steps: readonly Step[];
  readonly label: string;
}) => {
  const [state, setState] = useState<'short' | 'all'>('short');
  const folded = state === 'short' && steps.length > STEPS_SHOWN;
  return (
    <div className={cx(styles.steps, folded && styles.folded)}>
      <Steps steps={steps} label={label} />
      {folded && (
        <div className={styles.more}>
          <Button variant="secondary" size="small" onPress={() => setState('all')}>
            Show all {steps.length} steps
          </Button>
        </div>
      )}
    </div>
  );
};
