import { RiQuestionLine } from '@remixicon/react';
import type { OnboardingAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted, OutsideLink } from 'backstage-plugin-infra-overview-react';
import { ReadinessLink } from '../readiness/ReadinessLink';
import styles from './GettingStarted.module.css';

type Line = OnboardingAnswer['sections'][number]['lines'][number];

export interface OnboardingLineProps {
  readonly line: Line;
  readonly entityRef: string;
  readonly environment: string | undefined;
}

/** A fact with where it comes from, or a gap with the check that asks for it. */
export const OnboardingLine = ({ line, entityRef, environment }: OnboardingLineProps) => {
  const { text, detail, words, openCheck, href } = line;
  if (isGap(line)) {
    return (
      <li className={styles.gap}>
        <RiQuestionLine size={16} aria-hidden />
        <span>
          {text}{' '}
          {openCheck !== undefined && (
            <ReadinessLink entityRef={entityRef} environment={environment} check={openCheck}>
              See what is missing
            </ReadinessLink>
          )}
          {detail !== undefined && <div>{detail}</div>}
        </span>
      </li>
    );
  }
  return (
    <li>
      <OutsideLink href={href}>{text}</OutsideLink>
      {detail !== undefined && <div>{detail}</div>}
      {words !== undefined && (
        <div>
          <Muted>{words}</Muted>
        </div>
      )}
    </li>
  );
};

/** It has a place in the document, and nothing there that could come from anywhere. */
function isGap({ openCheck, path, words }: Line): boolean {
  return openCheck !== undefined || (path !== undefined && words === undefined);
}
