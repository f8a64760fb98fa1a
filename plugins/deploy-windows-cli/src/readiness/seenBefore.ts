import { type FirstSeen, type Subject } from 'backstage-plugin-deploy-windows-common/readiness';
import type { JudgedCase } from './judgeFiles';

/**
 * Answers of the documents that stood there before a change are bound to the facts of then: a change of these facts ends them,
 * as it will in a portal.
 */
export function seenBefore(before: readonly JudgedCase[]): (subject: Subject) => FirstSeen {
  const known = new Map(before.map(one => [one.subject.key, one]));
  return ({ key }) => {
    const one = known.get(key);
    if (one === undefined) return () => undefined;
    return (checkId, hash) => {
      const attestation = one.records.attestations.find(
        ({ source, checkId: id, id: written }) =>
          source === 'document' && id === checkId && written.endsWith(`:${hash}`),
      );
      return attestation && { boundFacts: attestation.boundFacts, at: attestation.attestedAt };
    };
  };
}
