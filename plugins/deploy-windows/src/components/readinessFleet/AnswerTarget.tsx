import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { ReadinessLink } from '../readiness/ReadinessLink';

export interface AnswerTargetProps {
  readonly answer: {
    readonly subject: string;
    readonly checkId: string;
    readonly target: {
      readonly title: string;
      readonly environment?: string;
      readonly owner?: string;
    };
  };
}

/** What a waiver or a confirmation is about, and whose it is. */
export const AnswerTarget = ({ answer: { subject, checkId, target } }: AnswerTargetProps) => (
  <>
    <ReadinessLink
      entityRef={subject.split('#')[0] ?? subject}
      environment={target.environment}
      check={checkId}
    >
      {target.title}
    </ReadinessLink>{' '}
    <Muted>{target.environment ?? 'all environments'}</Muted>
    {target.owner !== undefined && (
      <div>
        <EntityRefLink entityRef={target.owner} />
      </div>
    )}
  </>
);
