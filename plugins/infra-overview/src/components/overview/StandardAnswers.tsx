import { VisuallyHidden } from '@backstage/ui';
import { standardAnswers } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { AnswerCard } from './AnswerCard';
import { useView } from './context';
import styles from './Answers.module.css';

/** A Domain runs nothing itself: what its document gives and demands of the projects in it. */
export const StandardAnswers = () => {
  const { effective } = useView();
  const given = useMemo(() => standardAnswers(effective), [effective]);
  return (
    <section className={styles.box} id="answers" aria-labelledby="answers-heading">
      <VisuallyHidden>
        <h2 id="answers-heading">In short</h2>
      </VisuallyHidden>
      <div className={styles.answers}>
        {given.map(answer => (
          <AnswerCard key={answer.id} title={answer.title} lines={answer.lines} />
        ))}
      </div>
    </section>
  );
};
