import { VisuallyHidden } from '@backstage/ui';
import { fieldLabel, type DriftFinding } from 'backstage-plugin-infra-overview-common';
import { StateChip, linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { describeAge } from '../../../lib/describeAge';
import { findingTone, isLeft, markWords } from '../../../lib/describeFinding';
import { useView } from '../../overview/context';
import { useDriftHref } from '../useDriftHref';
import { useSourceTitle } from '../useSourceTitle';
import styles from './Marks.module.css';

export interface DriftMarkProps {
  readonly finding: DriftFinding;
  /** Where it is shown; a part of what is shown there says which part it is. */
  readonly at: string;
}

/** "observed standard-0": a value that is not so, or that nobody could look at. Leads to the list. */
export const DriftMark = ({ finding, at }: DriftMarkProps) => {
  const { now } = useView();
  const href = useDriftHref();
  const titleOf = useSourceTitle();
  const part =
    finding.path === at
      ? undefined
      : finding.path
          .slice(at.length + 1)
          .split('.')
          .at(-1);
  const words = [
    part !== undefined && `${fieldLabel(part)}: `,
    markWords(finding),
    isLeft(finding, now) && ', left for now',
  ].filter(word => word !== false);
  return (
    <Link to={href} className={`${linkStyles.link} ${styles.mark}`}>
      <VisuallyHidden>In reality: </VisuallyHidden>
      <StateChip
        label={words.join('')}
        tone={findingTone(finding, now)}
        title={`${finding.words}, ${titleOf(finding.source)}, ${describeAge(finding.at, now)}`}
      />
    </Link>
  );
};
