import { parseEntityRef } from '@backstage/catalog-model';
import {
  describeParty,
  OUTCOME_WORDS,
  type AffectedProject,
} from 'backstage-plugin-infra-overview-common';
import { Link } from 'react-router-dom';
import { useProjectHref } from '../fleet/useProjectHref';
import { Muted } from '../kit';
import styles from './Impact.module.css';
import { OutcomeChip } from './MarkChip';

export interface ImpactedProjectProps {
  readonly project: AffectedProject;
  readonly of: string;
}

/** One project: who owns it, and what the failure is to each of its environments. Leads to the same question on its page. */
export const ImpactedProject = ({ project, of }: ImpactedProjectProps) => {
  const projectHref = useProjectHref();
  const href = projectHref(parseEntityRef(project.entityRef));
  return (
    <li>
      <Link className={styles.link} to={href}>
        <span className={styles.linkText}>{project.title}</span>
      </Link>{' '}
      <Muted>
        {project.owner === undefined ? 'owner not stated' : describeParty(project.owner)}
      </Muted>
      <ul className={styles.answers}>
        {project.answers.map(answer => (
          <li key={answer.environment}>
            <OutcomeChip
              outcome={answer.outcome}
              label={`${answer.environment}: ${OUTCOME_WORDS[answer.outcome]}`}
            />{' '}
            <Link
              className={styles.link}
              to={`${href}?${new URLSearchParams({ environment: answer.environment, down: of })}#impact`}
            >
              <span className={styles.linkText}>the whole answer</span>
            </Link>
            <p className={styles.text}>{answer.sentence}</p>
          </li>
        ))}
        {project.answers.length === 0 && (
          <li>
            <Muted>It names it, but nothing that could go down.</Muted>
          </li>
        )}
      </ul>
    </li>
  );
};
