import type { ExplainAnswer } from 'backstage-plugin-deploy-windows-common';
import { CopyButton, Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { cureWords } from '../../lib/words';
import { formatInstant } from '../../time/formatInstant';
import { TargetStateChip } from '../TargetStateChip';
import { ExplainSteps } from './ExplainSteps';
import styles from './Explain.module.css';

/** The answer, its reasons and grounds, every window of every level, and on what data it rests. */
export const Explanation = ({ explained }: { readonly explained: ExplainAnswer }) => {
  const { state, sentence, reasons, grounds, assumes, zone, hypothetical } = explained;
  return (
    <>
      <p className={styles.verdict} aria-live="polite">
        <TargetStateChip state={state} /> {sentence}
      </p>
      {hypothetical && <Muted>For another time than now, answered by the rules of today.</Muted>}
      {reasons.length > 0 && (
        <>
          <h3>What holds it</h3>
          <ul>
            {reasons.map(({ code, rule, text, until, owner, hard, clearedBy }) => (
              <li key={`${code} ${rule}`}>
                <ToneText tone="bad">{text}</ToneText>
                <br />
                <Muted>
                  {code}
                  {hard && ' · hard'}
                  {until !== undefined && ` · until ${formatInstant(until, zone)}`}
                  {owner !== undefined && ` · decided by ${owner}`}
                  {clearedBy.length > 0 && ` · helped by ${cureWords(clearedBy)}`}
                </Muted>
              </li>
            ))}
          </ul>
        </>
      )}
      {grounds.length > 0 && (
        <>
          <h3>What lets it through</h3>
          <ul>
            {grounds.map(({ code, rule, text, by }) => (
              <li key={`${code} ${rule} ${by}`}>
                <ToneText tone="good">{text}</ToneText>
              </li>
            ))}
          </ul>
        </>
      )}
      {assumes.length > 0 && (
        <p>The next opening assumes that this is settled by then: {assumes.join(', ')}.</p>
      )}
      <ExplainSteps steps={explained.steps} zone={zone} />
      <Stamp explained={explained} />
    </>
  );
};

function Stamp({ explained }: { readonly explained: ExplainAnswer }) {
  const { tzdata, evaluator, declaredAsOf, inputsHash, decisionId, zone } = explained;
  return (
    <>
      <h3>On what it rests</h3>
      <p>
        <Muted>
          Declared as of {formatInstant(declaredAsOf, zone)} ({zone}) · zone data {tzdata} ·
          evaluator {evaluator} · inputs {inputsHash}
          {decisionId !== undefined && ` · decision ${decisionId}`}
        </Muted>
      </p>
      <CopyButton label="Copy as JSON" text={() => JSON.stringify(explained, undefined, 2)} />
    </>
  );
}
