import { RiTimeLine } from '@remixicon/react';
import type { DayAnswer, Instant, SegmentAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useMemo } from 'react';
import { piecesOf, placeIn } from './pieces';
import { segmentWords } from './segmentWords';
import { TimelineHours } from './TimelineHours';
import { TimelineLegend } from './TimelineLegend';
import { TimelinePiece } from './TimelinePiece';
import { useGridKeys } from './useGridKeys';
import styles from './Timeline.module.css';

export interface TimelineProps {
  readonly days: readonly DayAnswer[];
  readonly segments: readonly SegmentAnswer[];
  readonly at: Instant;
  readonly onTable: () => void;
}

/** Days as rows. Arrow keys walk the stretches of time, T shows them as a table. */
export const Timeline = ({ days, segments, at, onTable }: TimelineProps) => {
  const rows = useMemo(() => piecesOf(days, segments), [days, segments]);
  const { place, onKeyDown, cellProps } = useGridKeys(rows, onTable);
  const chosen = rows[place.row]?.[place.column];
  return (
    <div className={styles.timeline}>
      <TimelineLegend segments={segments} />
      <div
        role="grid"
        aria-label="Days and what may be deployed on them. Arrow keys move, T shows a table."
        // Keys of the focused cell come up to here.
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className={styles.days}
      >
        <TimelineHours />
        {days.map((day, row) => (
          <div role="row" key={day.date} className={styles.day}>
            <div role="rowheader" className={styles.label}>
              {day.label}
              {day.clockChange !== undefined && (
                <span className={styles.change} title={day.clockChange}>
                  <RiTimeLine size={12} aria-hidden /> {day.clockChange}
                </span>
              )}
            </div>
            <div className={styles.bar} role="presentation">
              {rows[row]?.map((piece, column) => (
                <TimelinePiece
                  key={piece.segment.start}
                  piece={piece}
                  {...cellProps(row, column)}
                />
              ))}
              <NowLine place={placeIn(day, at)} />
            </div>
          </div>
        ))}
      </div>
      <p className={styles.chosen} aria-hidden>
        {chosen === undefined ? (
          <Muted>Nothing is known of these days.</Muted>
        ) : (
          segmentWords(chosen.segment)
        )}
      </p>
    </div>
  );
};

function NowLine({ place }: { readonly place: number | undefined }) {
  if (place === undefined) return null;
  return (
    <span className={styles.now} style={{ left: `${place}%` }} aria-hidden>
      <span className={styles.nowWord}>now</span>
    </span>
  );
}
