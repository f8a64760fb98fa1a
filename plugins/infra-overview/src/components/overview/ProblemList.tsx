import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Problem, Tone } from 'backstage-plugin-infra-overview-common';
import type { ProblemGroup } from '../../lib/problemGroups';
import { Muted, OutsideLink, StateChip } from '../kit';
import { useView } from './context';
import styles from './ProblemList.module.css';

export interface ProblemListProps {
  readonly group: ProblemGroup;
  readonly heading: 'shown' | 'hidden';
}

/** What is wrong with one document: where, what, and how to mend it. */
export const ProblemList = ({ group, heading }: ProblemListProps) => {
  const { overview } = useView();
  const own = group.entityRef === overview.entity.ref;
  const file = own ? (overview.entity.editUrl ?? overview.entity.sourceUrl) : undefined;
  return (
    <>
      {heading === 'shown' && (
        <h3>
          <EntityRefLink entityRef={group.entityRef} />
        </h3>
      )}
      <ul className={styles.problems}>
        {group.problems.map(problem => (
          <li key={`${problem.code} ${problem.path} ${problem.message}`} className={styles.problem}>
            <StateChip label={wordOf(problem.severity)} tone={toneOf(problem.severity)} />
            <div className={styles.words}>
              <div>{problem.message}</div>
              {problem.fix !== undefined && <div>{problem.fix}</div>}
              <Muted>{placeOf(problem.path, problem.line)}</Muted>
            </div>
          </li>
        ))}
        {group.notUnderstood.map(field => (
          <li key={field.path} className={styles.problem}>
            <StateChip label="not understood" tone="warning" />
            <div className={styles.words}>
              <div>
                Left out of the page:{' '}
                <code className={styles.code}>{JSON.stringify(field.value)}</code>
              </div>
              <Muted>{placeOf(field.path, undefined)}</Muted>
            </div>
          </li>
        ))}
      </ul>
      {file !== undefined && (
        <p>
          <OutsideLink href={file}>Open the file</OutsideLink>
        </p>
      )}
    </>
  );
};

function placeOf(path: string, line: number | undefined): string {
  const place = path === '' ? 'spec.infra' : `spec.infra.${path}`;
  return line === undefined ? place : `line ${line}, ${place}`;
}

function wordOf(severity: Problem['severity']): string {
  return severity === 'hint' ? 'could be better' : severity;
}

function toneOf(severity: Problem['severity']): Tone {
  switch (severity) {
    case 'refused':
    case 'error':
      return 'bad';
    case 'warning':
      return 'warning';
    case 'hint':
      return 'neutral';
    default:
      throw new Error(severity satisfies never);
  }
}
