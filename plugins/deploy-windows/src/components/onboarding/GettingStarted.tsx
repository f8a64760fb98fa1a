import { Button } from '@backstage/ui';
import type { OnboardingAnswer } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, Muted, SectionCard } from 'backstage-plugin-infra-overview-react';
import { OnboardingLine } from './OnboardingLine';
import { ROLES, useRole } from './useRole';
import styles from './GettingStarted.module.css';

export interface GettingStartedProps {
  readonly answer: OnboardingAnswer;
  readonly environment: string | undefined;
}

/** What somebody needs to begin, line by line; what is not written down says so and leads to its check. */
export const GettingStarted = ({ answer, environment }: GettingStartedProps) => {
  const { setRole } = useRole();
  const { title, role, sections, gaps, entityRef } = answer;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2 className={styles.heading}>Getting started with {title}</h2>
        <div className={styles.strip}>
          <ChipChoice label="Who is reading" choices={ROLES} value={role} onChange={setRole} />
          <span className={styles.print}>
            <Button size="small" variant="secondary" onPress={() => window.print()}>
              Print
            </Button>
          </span>
        </div>
        <p>
          <Muted>{gapWords(gaps)}</Muted>
        </p>
      </div>
      {sections.map(({ id, title: heading, lines }) => (
        <SectionCard key={id} id={id} title={heading}>
          {lines.length === 0 ? (
            <p>Nothing is known about it.</p>
          ) : (
            <ul className={styles.lines}>
              {lines.map((line, index) => (
                <OnboardingLine
                  // Lines have no identity but their place.
                  // eslint-disable-next-line react/no-array-index-key
                  key={index}
                  line={line}
                  entityRef={entityRef}
                  environment={environment}
                />
              ))}
            </ul>
          )}
        </SectionCard>
      ))}
    </div>
  );
};

function gapWords(gaps: number): string {
  if (gaps === 0)
    return 'Written from the facts of the project. Everything asked here is written down.';
  const lines = gaps === 1 ? '1 line is' : `${gaps} lines are`;
  return `Written from the facts of the project. ${lines} not written down yet; each leads to the check that asks for it.`;
}
