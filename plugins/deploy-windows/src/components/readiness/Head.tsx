import { Alert } from '@backstage/ui';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { basisWords, besides, fractionWords } from '../../lib/readiness/countWords';
import { BreakGlass } from './BreakGlass';
import { EnvironmentSwitch } from './EnvironmentSwitch';
import { ReadAgain } from './ReadAgain';
import { useReadiness } from './ReadinessContext';
import { VerdictChip } from './VerdictChip';
import { VerdictSentence } from './VerdictSentence';
import styles from './Readiness.module.css';

const DAY = 86_400_000;

/** The sentence, in which environment, how old what it rests on is. */
export const Head = () => {
  const { answer, at } = useReadiness();
  const { verdict, environment, stage, gate, factsReadAt, factsAge, problems } = answer;
  const areFactsOld = at - Date.parse(factsReadAt) > DAY;
  return (
    <section className={styles.head} data-verdict={verdict} aria-label="Is it ready?">
      <EnvironmentSwitch />
      {areFactsOld && <Alert status="warning" icon title={factsAge} />}
      {problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Some of it could not be read"
          description={
            <ul>
              {problems.map(({ source, text }) => (
                <li key={`${source} ${text}`}>
                  {source}: {text}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className={styles.verdict}>
        <VerdictChip verdict={verdict} />
        <h2 className={styles.environment}>{environment}</h2>
        {stage !== environment && <Muted>{stage}</Muted>}
      </div>
      <VerdictSentence parts={answer.parts} sentence={answer.sentence} />
      <Counts />
      <p>
        <Muted>{gate.words}</Muted>
      </p>
      <div className={styles.buttons}>
        <ReadAgain />
        <BreakGlass />
      </div>
    </section>
  );
};

function Counts() {
  const { answer } = useReadiness();
  const { must, mustByBasis, recommended } = answer.counts;
  const asked = Object.entries(mustByBasis).filter(([, { applicable }]) => applicable > 0);
  return (
    <ul className={styles.counts} aria-label="Numbers">
      <li>
        Must-haves: {fractionWords(must)}
        {asked.length > 1 && (
          <Muted>
            {' '}
            (
            {asked
              .map(([basis, fraction]) => `${basisWords(basis)}: ${fractionWords(fraction)}`)
              .join('; ')}
            )
          </Muted>
        )}
      </li>
      <li>Recommended: {fractionWords(recommended)}</li>
      {besides(answer.counts).map(words => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
