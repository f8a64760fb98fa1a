import { cx } from 'backstage-plugin-infra-overview-react';
import { forwardRef } from 'react';
import { describeState } from '../../../lib/describe';
import type { Piece } from './pieces';
import { ruleWords, segmentWords } from './segmentWords';
import styles from './Timeline.module.css';

export interface TimelinePieceProps {
  readonly piece: Piece;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/** One stretch in one day: colour, shape, and words as far as they fit. All of it is in its name and in the line below. */
export const TimelinePiece = forwardRef<HTMLDivElement, TimelinePieceProps>(
  ({ piece, tabIndex, onFocus }, ref) => {
    const { segment, left, width } = piece;
    const words = segmentWords(segment);
    const { icon } = describeState(segment.state, 11);
    const [rule] = segment.rules;
    return (
      // Keys are heard by the grid, for all its cells.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        ref={ref}
        role="gridcell"
        tabIndex={tabIndex}
        aria-label={words}
        title={words}
        className={cx(styles.piece, styles[segment.state])}
        style={{ left: `${left}%`, width: `${width}%` }}
        onFocus={onFocus}
        onClick={event => event.currentTarget.focus()}
      >
        {icon}
        <span className={styles.pieceWords} aria-hidden>
          {rule === undefined ? timeOf(segment.text) : ruleWords(rule)}
        </span>
      </div>
    );
  },
);

/** `Tue 24 Nov, 09:00–10:00` without the day, which is the row's. */
function timeOf(text: string): string {
  return /^[^,]+, (\d\d:\d\d–\d\d:\d\d)$/.exec(text)?.[1] ?? text;
}
