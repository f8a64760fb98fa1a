import { Skeleton, VisuallyHidden } from '@backstage/ui';
import styles from './LoadingPage.module.css';

/** The shape of the page while it is asked for; takes the room the page will take. */
export const LoadingPage = () => (
  <div role="status" className={styles.page}>
    <VisuallyHidden>Loading the infrastructure</VisuallyHidden>
    <Skeleton width="100%" height={32} />
    <div className={styles.answers}>
      {['runs-on', 'database', 'deploys', 'alerts'].map(answer => (
        <Skeleton key={answer} width="100%" height={132} />
      ))}
    </div>
    <Skeleton width="100%" height={150} />
    <Skeleton width="100%" height={260} />
  </div>
);
