/** What an audience is told. Times are words already: of the zone of the audience. */
export interface NoticeFacts {
  readonly audience: string;
  /** What is deployed, as people call it. */
  readonly title: string;
  readonly environment: string;
  /** Such as `Wed 25 Nov, 11:00–15:20`. */
  readonly range: string;
  readonly zone: string;
  /** Absent: nobody has said. */
  readonly impact?: 'none' | 'brief' | 'downtime';
  /** Such as `20 min`. */
  readonly duration?: string;
  /** Of the declared procedure, in order. */
  readonly steps?: readonly string[];
}

export function noticeTitle({ title, environment, range, zone }: NoticeFacts): string {
  return `Planned deploy of ${title} (${environment}): ${range} (${zone})`;
}

/** From impact, range and procedure. It promises the range and nothing more exact. */
export function noticeText(facts: NoticeFacts): string {
  const { audience, title, environment, range, zone, steps = [] } = facts;
  const paragraphs = [
    `To ${audience}: ${title} (${environment}) will be deployed within this time: ${range} (${zone}).`,
    impactSentence(facts),
  ];
  if (steps.length > 0) {
    paragraphs.push(
      ['What is done:', ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    );
  }
  return paragraphs.join('\n\n');
}

function impactSentence({ impact, duration }: NoticeFacts): string {
  const long = duration === undefined ? '' : `, for about ${duration}`;
  switch (impact) {
    case 'none':
      return 'You should not notice it.';
    case 'brief':
      return `It may be interrupted for a short time while this is done${duration === undefined ? '' : ` (about ${duration} in all)`}. Please save your work before.`;
    case 'downtime':
      return `It cannot be used while this is done${long}. Please save your work before.`;
    case undefined:
      return 'Nobody has stated whether you will notice it. Please save your work before.';
    default:
      throw new Error(impact satisfies never);
  }
}
