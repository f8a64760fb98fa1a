import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { NotJudged } from './NotJudged';
import { ReadinessFailed } from './ReadinessFailed';
import { ReadinessLoading } from './ReadinessLoading';
import { ReadinessTab } from './ReadinessTab';
import { useReadinessParameters } from './useReadinessParameters';
import { useSubject } from './useSubject';

/** The tab "Readiness": one answer holds everything it shows. */
export const EntityReadinessContent = () => {
  const { entity } = useEntity();
  const { environment } = useReadinessParameters();
  const asked = useSubject(stringifyEntityRef(entity), environment);
  switch (asked.state) {
    case 'loading':
      return <ReadinessLoading />;
    case 'failed':
      return <ReadinessFailed error={asked.error} onRetry={asked.again} />;
    case 'answered': {
      const { answer, ...rest } = asked;
      if (answer === 'not-judged') return <NotJudged />;
      // Another environment is another set of forms: nothing typed for one is sent for another.
      return <ReadinessTab key={answer.subject} asked={{ ...rest, answer }} />;
    }
    default:
      throw new Error(asked satisfies never);
  }
};
