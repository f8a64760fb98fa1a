import { Skeleton, VisuallyHidden } from '@backstage/ui';

export const SummaryLoading = () => (
  <div role="status">
    <VisuallyHidden>Loading the infrastructure</VisuallyHidden>
    <Skeleton width="100%" height={120} />
  </div>
);
