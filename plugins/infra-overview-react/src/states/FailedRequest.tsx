import { ResponseErrorPanel } from '@backstage/core-components';
import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import styles from './FailedRequest.module.css';

export interface FailedRequestProps {
  /** `The infrastructure could not be loaded`. */
  readonly title: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** A failed request is shown as one, with a way to try again; never as an empty page. */
export const FailedRequest = ({ title, error, onRetry }: FailedRequestProps) => (
  <div className={styles.failed}>
    <ResponseErrorPanel title={title} error={error} />
    <Button variant="primary" iconStart={<RiRefreshLine aria-hidden />} onPress={onRetry}>
      Try again
    </Button>
  </div>
);
