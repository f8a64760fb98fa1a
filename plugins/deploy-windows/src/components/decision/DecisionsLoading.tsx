import { Skeleton, VisuallyHidden } from '@backstage/ui';

export const DecisionsLoading = () => (
  <div role="status">
    <VisuallyHidden>Asking whether you may deploy</VisuallyHidden>
    <Skeleton width="100%" height={120} />
  </div>
);
