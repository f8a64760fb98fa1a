import { VisuallyHidden } from '@backstage/ui';
import { useView } from './context';
import { problemGroups } from '../../lib/problemGroups';
import { StateChip } from '../kit';
import styles from './ProblemCount.module.css';

/** How many things about the document are wrong, or could be better, as a jump to the list. Nothing when nothing is. */
export const ProblemCount = () => {
  const { overview } = useView();
  const { count, worst } = problemGroups(overview);
  if (count === 0) return null;
  const noun = worst === 'hint' ? 'hint' : 'problem';
  return (
    <a className={styles.jump} href="#problems">
      <StateChip
        tone={worst === 'hint' ? 'neutral' : 'warning'}
        label={count === 1 ? `1 ${noun}` : `${count} ${noun}s`}
      />
      <VisuallyHidden> on the document</VisuallyHidden>
    </a>
  );
};
