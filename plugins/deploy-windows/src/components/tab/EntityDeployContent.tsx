import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { FailedRequest } from 'backstage-plugin-infra-overview-react';
import { isNothingDeclared } from '../../lib/decisions';
import { NothingDeclared } from '../decision/NothingDeclared';
import { UnansweredEnvironments } from '../decision/UnansweredEnvironments';
import { useDecisions } from '../decision/useDecisions';
import { DeployTab } from './DeployTab';
import { TabLoading } from './TabLoading';
import styles from './Tab.module.css';

/** The tab "Deploys": asks for the verdicts of all environments, then draws one of them with everything behind it. */
export const EntityDeployContent = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const asked = useDecisions(entityRef);
  switch (asked.state) {
    case 'loading':
      return <TabLoading />;
    case 'failed':
      return (
        <FailedRequest
          title="Nobody could say whether you may deploy"
          error={asked.error}
          onRetry={asked.again}
        />
      );
    case 'answered':
      if (isNothingDeclared(asked.answer)) {
        return (
          <div className={styles.tab}>
            <NothingDeclared />
          </div>
        );
      }
      if (asked.answer.decisions.length === 0)
        return <UnansweredEnvironments failures={asked.answer.failures} />;
      return <DeployTab entityRef={entityRef} asked={asked} />;
    default:
      throw new Error(asked satisfies never);
  }
};
