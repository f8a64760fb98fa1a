import { Alert, Button } from '@backstage/ui';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useLooked } from './context';

/** Nobody knows now what is really there: said in words, with a way to try again. Nothing where the answer is there. */
export const LookFailed = () => {
  const looked = useLooked();
  if (looked.state === 'loading') return null;
  const error = looked.state === 'failed' ? looked.error : looked.failure;
  if (error === undefined) return null;
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title={
        looked.state === 'failed'
          ? 'Could not look at what is really there'
          : 'Could not look again; this is the last answer'
      }
      description={`${failureOf(error).message} What the document says is shown all the same.`}
      customActions={
        <Button size="small" variant="secondary" onPress={looked.again}>
          Try again
        </Button>
      }
    />
  );
};
