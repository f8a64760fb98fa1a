import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, Muted } from 'backstage-plugin-infra-overview-react';
import type { Decisions } from '../../lib/decisions';
import { describeState } from '../../lib/describe';
import { formatInstant } from '../../time/formatInstant';
import { reader } from '../../time/reader';
import type { useTabParameters } from './useTabParameters';
import styles from './Tab.module.css';

export interface TabStripProps {
  readonly answer: Decisions;
  readonly decision: DecisionAnswer;
  readonly zone: string;
  readonly at: Instant;
  readonly parameters: ReturnType<typeof useTabParameters>;
}

/** Which environment, in whose time. */
export const TabStrip = ({ answer, decision, zone, at, parameters }: TabStripProps) => {
  const project = decision.zone;
  return (
    <div className={styles.strip}>
      <ChipChoice
        label="Environment"
        choices={answer.decisions.map(({ environment, state }) => ({
          value: environment,
          label: `${environment} · ${describeState(state).word}`,
        }))}
        value={decision.environment}
        onChange={value => parameters.set('environment', value)}
      />
      {project !== reader.zone && (
        <ChipChoice
          label="Times in"
          choices={[
            { value: 'project', label: `Project's time (${project})` },
            { value: 'yours', label: `Your time (${reader.zone})` },
          ]}
          value={parameters.zone}
          onChange={value => parameters.set('zone', value === 'yours' ? 'yours' : undefined)}
        />
      )}
      <Muted>
        {formatInstant(new Date(at).toISOString(), zone)} in {zone}
      </Muted>
    </div>
  );
};
