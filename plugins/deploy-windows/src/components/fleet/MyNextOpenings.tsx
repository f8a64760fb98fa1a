import { Skeleton } from '@backstage/ui';
import { FailedRequest, Muted } from 'backstage-plugin-infra-overview-react';
import { TargetStateChip } from '../TargetStateChip';
import styles from './Calendar.module.css';
import { EntityDeploysLink } from './EntityDeploysLink';
import { useMyFleet } from './useMyFleet';

/** For the home page: the production environments of my services, and when each may be deployed next. */
export const MyNextOpenings = () => {
  const { fleet, error, retry } = useMyFleet('production');
  if (error !== undefined)
    return <FailedRequest title="Your deploys could not be loaded" error={error} onRetry={retry} />;
  if (fleet === undefined) return <Skeleton height="8rem" />;
  if (fleet.rows.length === 0)
    return <Muted>Neither you nor your groups own a service with a production environment.</Muted>;
  return (
    <ul className={styles.today}>
      {fleet.rows.map(({ target, title, environment, state, sentence }) => (
        <li key={target}>
          <div className={styles.change}>
            <EntityDeploysLink target={target} environment={environment}>
              {title}
            </EntityDeploysLink>
            <TargetStateChip state={state} />
          </div>
          <Muted>{sentence}</Muted>
        </li>
      ))}
    </ul>
  );
};
