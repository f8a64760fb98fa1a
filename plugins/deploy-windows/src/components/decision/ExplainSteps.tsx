import type { ExplainAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted, StateChip, ToneText } from 'backstage-plugin-infra-overview-react';
import { effectOf } from '../../lib/effect';
import { formatInstant } from '../../time/formatInstant';
import styles from './Explain.module.css';

type ExplainStep = ExplainAnswer['steps'][number];

export interface ExplainStepsProps {
  readonly steps: readonly ExplainStep[];
  readonly zone: string;
}

/** Every window, by the level that declares it, outermost first: those that do nothing here too. */
export const ExplainSteps = ({ steps, zone }: ExplainStepsProps) => {
  if (steps.length === 0) return <p>No window is declared at any level.</p>;
  const levels = [...new Set(steps.map(({ level }) => level))];
  return (
    <>
      {levels.map(level => (
        <section key={level} aria-label={`Windows of ${level}`}>
          <h3>{level}</h3>
          <ol className={styles.steps}>
            {steps
              .filter(step => step.level === level)
              .map(step => (
                <li key={step.window} className={styles.step}>
                  <OneStep step={step} zone={zone} />
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
};

function OneStep({ step, zone }: { readonly step: ExplainStep; readonly zone: string }) {
  const { title, kind, effect, text, problem, start, end, nextStart, window } = step;
  const { word, tone } = effectOf(effect);
  const times = [
    start !== undefined && `since ${formatInstant(start, zone)}`,
    end !== undefined && `until ${formatInstant(end, zone)}`,
    nextStart !== undefined && `next ${formatInstant(nextStart, zone)}`,
  ].filter(part => part !== false);
  return (
    <>
      <div className={styles.stepHead}>
        <StateChip label={word} tone={tone} />
        <strong>{title}</strong>
        <Muted>{kind}</Muted>
      </div>
      <div>{text}</div>
      {problem !== undefined && <ToneText tone="bad">{problem}</ToneText>}
      <Muted>
        {window}
        {times.length > 0 && ` · ${times.join(', ')} (${zone})`}
      </Muted>
    </>
  );
}
