import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './Readiness.module.css';

/** As high as what comes. The sentence is never a guess. */
export const ReadinessLoading = () => (
  <div role="status" className={styles.tab}>
    <VisuallyHidden>Asking what is ready</VisuallyHidden>
    <Skeleton width="100%" height={132} />
    <Skeleton width="100%" height={420} />
  </div>
);
