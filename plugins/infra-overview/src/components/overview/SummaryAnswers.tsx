import {
  environmentNames,
  fourAnswers,
  freshnessOfDocument,
  mainView,
  standardAnswers,
  type Answer,
  type EffectiveInfra,
  type Instant,
  type Overview,
  type StandardAnswer,
} from 'backstage-plugin-infra-overview-common';
import { Link } from 'react-router-dom';
import { useProjectHref } from '../fleet/useProjectHref';
import { FreshnessChip, Muted, ToneText } from '../kit';
import { linkStyles } from 'backstage-plugin-infra-overview-react';
import styles from './SummaryAnswers.module.css';

export interface SummaryAnswersProps {
  readonly overview: Overview;
  readonly now: Instant;
}

/** Headlines of the answers for production, each with what qualifies it most. */
export const SummaryAnswers = ({ overview, now }: SummaryAnswersProps) => {
  const { effective } = overview;
  if (effective === undefined) {
    return (
      <>
        <p>
          {overview.outcome === 'refused' ? 'The document was refused.' : 'Nothing is written yet.'}
        </p>
        <TabLink
          overview={overview}
          words={overview.outcome === 'refused' ? 'See why' : 'Start a document'}
        />
      </>
    );
  }
  const environment = environmentNames(effective)[0];
  return (
    <>
      {environment !== undefined && <Muted>{environment}</Muted>}
      <dl className={styles.answers}>
        {answersOf(overview, effective, now).map(answer => (
          <div key={answer.id} className={styles.answer}>
            <dt className={styles.title}>{answer.title}</dt>
            {answer.lines.slice(0, 2).map(line => (
              <dd key={line.text} className={styles.line}>
                <ToneText tone={line.tone}>{line.text}</ToneText>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        <FreshnessChip freshness={freshnessOfDocument(effective, now)} />
        <TabLink overview={overview} words="Everything about it" />
      </div>
    </>
  );
};

function answersOf(
  { entity }: Overview,
  effective: EffectiveInfra,
  now: Instant,
): readonly (Answer | StandardAnswer)[] {
  if (entity.kind.toLocaleLowerCase('en-US') === 'domain') return standardAnswers(effective);
  return fourAnswers(mainView(effective), now);
}

function TabLink({ overview, words }: { readonly overview: Overview; readonly words: string }) {
  const hrefOf = useProjectHref();
  return (
    <Link to={hrefOf(overview.entity)} className={linkStyles.link}>
      <span className={linkStyles.text}>{words}</span>
    </Link>
  );
}
