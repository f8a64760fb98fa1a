import { Skeleton, VisuallyHidden } from '@backstage/ui';
import {
  FailedRequest,
  ToneText,
  failureOf,
  type Asked,
} from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';

export interface AskedPageProps<T> {
  /** "The waivers". */
  readonly what: string;
  readonly asked: Asked<T>;
  readonly children: (answer: T) => ReactNode;
}

/** A view whose content is asked for: it says when it loads, fails, or could not be refreshed. */
export function AskedPage<T>({ what, asked, children }: AskedPageProps<T>) {
  switch (asked.state) {
    case 'loading':
      return (
        <div role="status">
          <VisuallyHidden>{what}: loading</VisuallyHidden>
          <Skeleton width="100%" height={360} />
        </div>
      );
    case 'failed':
      return (
        <FailedRequest
          title={`${what} could not be loaded`}
          error={asked.error}
          onRetry={asked.again}
        />
      );
    case 'answered':
      return (
        <>
          {asked.failure !== undefined && (
            <p role="status">
              <ToneText tone="warning">
                This may be old: it could not be asked for again ({failureOf(asked.failure).message}
                ).
              </ToneText>
            </p>
          )}
          {children(asked.answer)}
        </>
      );
    default:
      throw new Error(asked satisfies never);
  }
}
