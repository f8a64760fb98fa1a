import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { describeAge } from '../../../lib/describeAge';
import { useView } from '../../overview/context';
import { useDriftHref } from '../useDriftHref';
import { useSourceTitle } from '../useSourceTitle';
import styles from './Marks.module.css';

/** A tick; its words come with the pointer or the focus, and are always read out. */
export const SameMark = ({ findings }: { readonly findings: readonly DriftFinding[] }) => {
  const { now } = useView();
  const href = useDriftHref();
  const titleOf = useSourceTitle();
  const seen = new Map(findings.map(({ source, at }) => [source, at]));
  const words = [...seen].map(([source, at]) => `${titleOf(source)}, ${describeAge(at, now)}`);
  return (
    <Link to={href} className={`${linkStyles.link} ${styles.mark} ${styles.same}`}>
      <RiCheckLine size={14} aria-hidden />
      <VisuallyHidden>In reality: </VisuallyHidden>
      <span className={styles.bubble}>as declared ({words.join('; ')})</span>
    </Link>
  );
};
