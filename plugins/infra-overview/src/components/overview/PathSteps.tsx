import { useState } from 'react';
import { foldedSteps } from '../../lib/foldedSteps';
import type { PlacedStep } from '../../lib/pathLayout';
import { cx } from '../kit';
import { PathStepBox } from './PathStepBox';
import styles from './RequestPath.module.css';

// Four beside each other, three below: what the first screen has room for.
const ROOM = 12;
const WIDEST = 4;

/** The boxes of one column. In the drawing a crowd is set in rows, and its end is one press away; the list and print show all. */
export const PathSteps = ({ steps }: { readonly steps: readonly PlacedStep[] }) => {
  const [all, setAll] = useState(false);
  const folded = foldedSteps(steps, ROOM);
  return (
    <div
      className={cx(styles.steps, steps.length > 2 && styles.many)}
      style={{ gridTemplateColumns: `repeat(${columnsFor(steps.length)}, auto)` }}
    >
      {steps.map(step => (
        <PathStepBox key={step.id} step={step} folded={!all && folded.has(step.id)} />
      ))}
      {folded.size > 0 && (
        <button
          type="button"
          className={cx(styles.toggle, styles.more)}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `and ${folded.size} more`}
        </button>
      )}
    </div>
  );
};

/** Four boxes stand below each other; more stand beside each other in at least two rows. */
function columnsFor(boxes: number): number {
  return boxes <= 4 ? 1 : Math.min(WIDEST, Math.ceil(boxes / 2));
}
