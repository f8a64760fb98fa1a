import { VisuallyHidden } from '@backstage/ui';
import { fourAnswers } from 'backstage-plugin-infra-overview-common';
import { Fragment, useMemo, type ReactElement } from 'react';
import { AnswerFacts } from '../observed/facts/AnswerFacts';
import { AnswerCard } from './AnswerCard';
import { useView } from './context';
import styles from './Answers.module.css';

/** What it runs on, where its data is, how it is deployed, who is told: the first things anybody asks. */
export const FourAnswers = ({ answers }: { readonly answers: readonly ReactElement[] }) => {
  const { view, environment, now } = useView();
  const given = useMemo(() => fourAnswers(view, now), [view, now]);
  return (
    <section className={styles.box} id="answers" aria-labelledby="answers-heading">
      <VisuallyHidden>
        <h2 id="answers-heading">{environment === '' ? 'In short' : `In short: ${environment}`}</h2>
      </VisuallyHidden>
      <div className={styles.answers}>
        {given.map(answer => (
          <AnswerCard
            key={answer.id}
            title={answer.title}
            lines={answer.lines}
            extra={
              <>
                <AnswerFacts answer={answer.id} />
                {answer.id === 'deploys' &&
                  answers.map((extra, index) => (
                    // Extensions keep their order.
                    // eslint-disable-next-line react/no-array-index-key
                    <Fragment key={index}>{extra}</Fragment>
                  ))}
              </>
            }
          />
        ))}
      </div>
    </section>
  );
};
