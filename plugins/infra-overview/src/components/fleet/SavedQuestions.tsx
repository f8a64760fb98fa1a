import type { FleetFacets, FleetQuery } from 'backstage-plugin-infra-overview-common';
import { useNow } from 'backstage-plugin-infra-overview-react';
import { cx } from '../kit';
import styles from './Fleet.module.css';
import { isSameQuestion, savedQuestions, type SavedQuestion } from './savedQuestions';

export interface SavedQuestionsProps {
  readonly query: FleetQuery;
  readonly facets: FleetFacets | undefined;
  readonly onAsk: (query: FleetQuery) => void;
}

/** One press asks a question that people keep asking; a second press takes it back. */
export const SavedQuestions = ({ query, facets, onAsk }: SavedQuestionsProps) => {
  const now = useNow();
  return (
    <ul className={styles.questions} aria-label="Saved questions">
      {savedQuestions(now).map(question => {
        const isAsked = isSameQuestion(question.query, query);
        const count = countOf(question, facets);
        return (
          <li key={question.id}>
            <button
              type="button"
              aria-pressed={isAsked}
              className={cx(styles.question, isAsked && styles.asked)}
              onClick={() => onAsk(isAsked ? {} : question.query)}
            >
              {question.title}
              {count !== undefined && <span className={styles.questionCount}>{count}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

/** Known only for questions of one word; the others show no number rather than a wrong one. */
function countOf({ query }: SavedQuestion, facets: FleetFacets | undefined): number | undefined {
  if (facets === undefined) return undefined;
  const [gap] = query.missing ?? [];
  if (gap !== undefined) return facets.missing.find(facet => facet.value === gap)?.count ?? 0;
  if (query.standing !== undefined)
    return facets.standings.find(facet => facet.value === query.standing)?.count ?? 0;
  return undefined;
}
