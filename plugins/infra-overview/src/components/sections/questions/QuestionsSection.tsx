import { openQuestions, type OpenQuestion } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import { Emptiness, shownItems } from '../shared';
import styles from '../shared/shared.module.css';
import { AskedQuestion } from './AskedQuestion';
import { Disputed } from './Disputed';
import { Gap } from './Gap';

/** What nobody knows: asked by an author, or found missing by the rules. */
export const QuestionsSection = () => {
  const { view, effective, overview, environments, now } = useView();
  const asked = useMemo(
    () => shownItems(view.document.questions, 'questions', view.origins),
    [view],
  );
  const gaps = useMemo(() => {
    const sources = {
      effective,
      problems: overview.problems,
      ...(environments.length > 0 && { view }),
    };
    return openQuestions(sources, now).filter(({ kind }) => kind === 'gap');
  }, [effective, overview, environments, view, now]);
  return (
    <ViewSection id="questions" draw="always" count={countWords(asked.length, gaps)}>
      <h3>Questions</h3>
      <Emptiness at="questions" />
      {asked.length > 0 && (
        <ul className={styles.items} aria-label="Questions">
          {asked.map(of => (
            <AskedQuestion key={of.path} of={of} />
          ))}
        </ul>
      )}
      <Disputed />
      <h3>Gaps</h3>
      {gaps.length === 0 && <p>The rules found nothing missing.</p>}
      {gaps.length > 0 && (
        <ul className={styles.items} aria-label="Gaps">
          {gaps.map(gap => (
            <Gap key={gap.id} gap={gap} />
          ))}
        </ul>
      )}
    </ViewSection>
  );
};

function countWords(questions: number, gaps: readonly OpenQuestion[]): string {
  return `${questions} ${questions === 1 ? 'question' : 'questions'}, ${gaps.length} ${gaps.length === 1 ? 'gap' : 'gaps'}`;
}
