import { Alert, Button } from '@backstage/ui';
import type { Instant } from 'backstage-plugin-deploy-windows-common';
import { failureOf, type Asked } from 'backstage-plugin-infra-overview-react';
import type { Decisions } from '../../lib/decisions';
import { lengthWords } from '../../lib/timeWords';

export interface AgeNoticeProps {
  readonly asked: Extract<Asked<Decisions>, { state: 'answered' }>;
  readonly now: Instant;
  readonly isExpired: boolean;
}

/** An answer that could not be checked again is shown with its age, never as if it were new. */
export const AgeNotice = ({ asked, now, isExpired }: AgeNoticeProps) => {
  const { failure, answeredAt, again } = asked;
  if (failure === undefined && !isExpired) return null;
  const age = lengthWords(Math.max(0, now - answeredAt));
  return (
    <div role="status">
      <Alert
        status="warning"
        icon
        title={`Checked ${age} ago${isExpired ? ': too old to act on' : ''}`}
        description={
          failure === undefined
            ? 'It is being asked for again.'
            : `Asking again failed: ${failureOf(failure).message}`
        }
        customActions={
          <Button size="small" variant="secondary" onPress={again}>
            Ask now
          </Button>
        }
      />
    </div>
  );
};
