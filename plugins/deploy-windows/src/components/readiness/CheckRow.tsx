import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useEffect, useId, useRef, useState } from 'react';
import { checkActionsFor } from '../../lib/readiness/checkActionsFor';
import { evidenceKindWords } from '../../lib/readiness/answerWords';
import { isOpen } from '../../lib/readiness/sortChecks';
import { formatDay } from '../../time/formatDay';
import { CheckDetail } from './CheckDetail';
import { FirstAction } from './FirstAction';
import { useReadiness } from './ReadinessContext';
import { StatusChip } from './StatusChip';
import { useReadinessParameters } from './useReadinessParameters';
import styles from './Readiness.module.css';

export interface CheckRowProps {
  readonly check: CheckAnswer;
  /** The address names it: it is opened and brought into view. */
  readonly isLinked: boolean;
}

/** One check: shape and word, title, why it is so, on what evidence, and the one thing to do. Opens to everything behind it. */
export const CheckRow = ({ check, isLinked }: CheckRowProps) => {
  const { grants, reader } = useReadiness();
  const { set } = useReadinessParameters();
  const [open, setOpen] = useState(isLinked);
  const row = useRef<HTMLLIElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const isByHand = useRef(false);
  const id = useId();

  useEffect(() => {
    if (!isLinked) return;
    setOpen(true);
    // Whoever pressed the row sees it already; whoever followed a link is brought to it.
    if (!isByHand.current) {
      row.current?.scrollIntoView?.({ block: 'start' });
      trigger.current?.focus({ preventScroll: true });
    }
    isByHand.current = false;
  }, [isLinked]);

  const toggle = () => {
    if (!open) {
      isByHand.current = !isLinked;
      set({ check: check.id });
    } else if (isLinked) set({ check: undefined });
    setOpen(!open);
  };
  const actions = checkActionsFor(check, grants, reader);
  return (
    <li ref={row} id={`check-${check.id}`} className={styles.row} data-status={check.status}>
      <div className={styles.summary}>
        <span className={styles.status}>
          <StatusChip status={check.status} />
        </span>
        <div className={styles.words}>
          <button
            ref={trigger}
            type="button"
            className={styles.trigger}
            aria-expanded={open}
            aria-controls={id}
            onClick={toggle}
          >
            {open ? (
              <RiArrowDownSLine size={16} aria-hidden />
            ) : (
              <RiArrowRightSLine size={16} aria-hidden />
            )}
            <span>{check.title}</span>
          </button>
          <div>{check.status === 'waived' ? check.statusWords : check.because}</div>
          <Remarks check={check} />
        </div>
        <FirstAction check={check} actions={actions} onFix={() => !open && toggle()} />
      </div>
      <div id={id}>{open && <CheckDetail check={check} actions={actions} />}</div>
    </li>
  );
};

/** Evidence with its age, and what time does to it. */
function Remarks({ check }: { readonly check: CheckAnswer }) {
  const { evidence, until, becomes, waiting, waiver } = check;
  const remarks = [
    evidence !== undefined && `${evidenceKindWords(evidence.kind)}: ${evidence.words}`,
    until !== undefined && !isOpen(check) && `until ${formatDay(until)}`,
    becomes !== undefined && becomes.words,
    waiting.length > 0 && 'a waiver waits for approval',
    waiver?.notNeeded === true && 'its waiver is no longer needed',
  ].filter(remark => remark !== false);
  if (remarks.length === 0) return null;
  return <Muted>{remarks.join(' · ')}</Muted>;
}
