import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { OutboxMessage } from '../../outbox/OutboxMessage';
import type { SubjectOutline } from '../assessment/Assessments';
import type { Fallen } from './DigestReader';
import { nameOf } from './digestMessages';

/** Told once to the owner, when it has lasted. */
export function fallenMessages(
  fallen: readonly Fallen[],
  {
    placeOf,
    titleOf,
  }: {
    readonly placeOf: (subject: string) => SubjectOutline | undefined;
    readonly titleOf: (checkId: string) => string;
  },
): readonly OutboxMessage[] {
  return fallen.flatMap(({ subject, checkIds, since }): readonly OutboxMessage[] => {
    const place = placeOf(subject);
    if (place?.ownerRef === undefined) return [];
    return [
      {
        dedupeKey: `readiness-fell:${subject}:${since}`,
        topic: 'deploy-windows.readiness-digest',
        payload: { kind: 'fell', subject, checks: [...checkIds], since: instantText(since) },
        notify: {
          recipients: [place.ownerRef],
          title: `No longer ready: ${nameOf(place)}`,
          description: checkIds.map(titleOf).join('\n'),
          link: `/readiness?text=${encodeURIComponent(place.title)}`,
          severity: 'high',
          scope: `deploy-windows:readiness:fell:${subject}`,
        },
      },
    ];
  });
}
