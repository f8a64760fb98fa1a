import { useApi } from '@backstage/core-plugin-api';
import { currentInstant, useAsked, type Asked } from 'backstage-plugin-infra-overview-react';
import { useEffect } from 'react';
import { deployWindowsApiRef } from '../../api';
import { readDecisions, validFor, type Decisions } from '../../lib/decisions';
import { useLive } from '../../live/useLive';
import { reader } from '../../time/reader';

/** At the end of its validity an answer is asked for again, but never in a hurry: a wrong clock must not make a loop. */
const SOONEST = 10_000;

const nothing = () => {};

/** All environments of an entity in one request, kept fresh. Times are in the project's zone: so is the promise to its audience. */
export function useDecisions(entityRef: string): Asked<Decisions> {
  const api = useApi(deployWindowsApiRef);
  const asked = useAsked(`decisions ${entityRef}`, async signal =>
    readDecisions(
      await api.decisions({ targets: [{ entity: entityRef }], locale: reader.locale }, { signal }),
    ),
  );
  const again = asked.state === 'loading' ? nothing : asked.again;
  useLive(again);

  const endsAt = asked.state === 'answered' ? expiryOf(asked.answer, asked.answeredAt) : undefined;
  useEffect(() => {
    if (endsAt === undefined) return undefined;
    const timer = setTimeout(again, Math.max(SOONEST, endsAt - currentInstant() + 1_000));
    return () => clearTimeout(timer);
  }, [endsAt, again]);
  return asked;
}

/** When the first of the answers can no longer be trusted, by this computer's clock. */
export function expiryOf({ decisions }: Decisions, answeredAt: number): number | undefined {
  if (decisions.length === 0) return undefined;
  return answeredAt + Math.min(...decisions.map(validFor));
}
