import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './Tab.module.css';

export const TabLoading = () => (
  <div role="status" className={styles.tab}>
    <VisuallyHidden>Loading the deploys</VisuallyHidden>
    <Skeleton width="100%" height={140} />
    <Skeleton width="100%" height={320} />
  </div>
);
