import { Box } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { Depth } from 'backstage-plugin-infra-overview-common';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { cx } from './cx';
import styles from './SectionCard.module.css';

export interface SectionCardProps {
  /** Anchor: the page can be linked to at `#id`. Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** "7", "5 of 11 differ"; beside the heading, part of its name. */
  readonly count?: string | number | undefined;
  readonly actions?: ReactNode;
  /** `full` and `summary` start open, `folded` starts closed. Left out: cannot be folded. */
  readonly depth?: Depth | undefined;
  readonly children: ReactNode;
}

/** One section of the page: heading, anchor, content that can be folded and is always printed. */
export const SectionCard = ({ id, title, count, actions, depth, children }: SectionCardProps) => {
  const linkedTo = useLocation().hash === `#${id}`;
  const [open, setOpen] = useState(depth !== 'folded' || linkedTo);
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!linkedTo) return;
    setOpen(true);
    // The page is drawn after its data came, too late for the browser's own jump.
    element.current?.scrollIntoView?.({ block: 'start' });
  }, [linkedTo]);

  const heading = (
    <>
      {title}
      {count !== undefined && (
        <>
          {' '}
          <span className={styles.count}>{count}</span>
        </>
      )}
    </>
  );
  return (
    <Box
      as="section"
      bg="neutral"
      id={id}
      ref={element}
      className={cx(styles.card)}
      aria-labelledby={`${id}-heading`}
    >
      <div className={styles.head}>
        <h2 className={styles.heading} id={`${id}-heading`}>
          {depth === undefined ? (
            heading
          ) : (
            <button
              type="button"
              className={styles.trigger}
              aria-expanded={open}
              aria-controls={`${id}-content`}
              onClick={() => setOpen(!open)}
            >
              {open ? (
                <RiArrowDownSLine size={18} aria-hidden />
              ) : (
                <RiArrowRightSLine size={18} aria-hidden />
              )}
              <span>{heading}</span>
            </button>
          )}
        </h2>
        {open && actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <div id={`${id}-content`} className={cx(styles.content, !open && styles.closed)}>
        {children}
      </div>
    </Box>
  );
};
