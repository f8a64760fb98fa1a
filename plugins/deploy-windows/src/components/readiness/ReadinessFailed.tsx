import { Alert } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { FailedRequest, failureOf } from 'backstage-plugin-infra-overview-react';
import { readinessReadPermission } from 'backstage-plugin-deploy-windows-common';
import { useOwners } from '../../access/useOwners';

export interface ReadinessFailedProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A refusal names the permission and whom to ask; anything else can be tried again. Never an empty page. */
export const ReadinessFailed = ({ error, onRetry }: ReadinessFailedProps) => {
  const owners = useOwners();
  if (!isRefusal(error)) {
    return <FailedRequest title="Nobody could say what is ready" error={error} onRetry={onRetry} />;
  }
  return (
    <div role="alert">
      <Alert
        status="warning"
        icon
        title="You may not see the readiness of this"
        description={
          <>
            <p>
              {failureOf(error).message}. The permission is {readinessReadPermission.name}.
            </p>
            {owners.length > 0 && (
              <p>
                The owner can tell you more:{' '}
                {owners.map((owner, index) => (
                  <span key={owner}>
                    {index > 0 && ', '}
                    <EntityRefLink entityRef={owner} />
                  </span>
                ))}
              </p>
            )}
          </>
        }
      />
    </div>
  );
};

function isRefusal(error: Error): boolean {
  return 'statusCode' in error ? error.statusCode === 403 : error.name === 'NotAllowedError';
}
