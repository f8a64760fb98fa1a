import { Skeleton, VisuallyHidden } from '@backstage/ui';
import {
  FailedRequest,
  SectionCard,
  ToneText,
  failureOf,
  type Asked,
  type SectionCardProps,
} from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';

export interface AskedSectionProps<T> extends Omit<SectionCardProps, 'children' | 'count'> {
  readonly asked: Asked<T>;
  readonly count?: (answer: T) => string | number | undefined;
  readonly children: (answer: T) => ReactNode;
}

/** A section whose content is asked for: it says when it loads, fails or could not be refreshed. */
export function AskedSection<T>({ asked, count, children, ...card }: AskedSectionProps<T>) {
  const shown = asked.state === 'answered' ? count?.(asked.answer) : undefined;
  return (
    <SectionCard {...card} count={shown}>
      {asked.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>Loading: {card.title}</VisuallyHidden>
          <Skeleton width="100%" height={64} />
        </div>
      )}
      {asked.state === 'failed' && (
        <FailedRequest
          title={`Could not be loaded: ${card.title}`}
          error={asked.error}
          onRetry={asked.again}
        />
      )}
      {asked.state === 'answered' && (
        <>
          {asked.failure !== undefined && (
            <p>
              <ToneText tone="warning">
                This may be old: it could not be asked for again ({failureOf(asked.failure).message}
                ).
              </ToneText>
            </p>
          )}
          {children(asked.answer)}
        </>
      )}
    </SectionCard>
  );
}
