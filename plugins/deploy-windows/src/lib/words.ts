/** How far the telling of an audience has come. */
export function noticeWords(state: string): string {
  switch (state) {
    case 'free':
      return 'this is an agreed time';
    case 'none':
      return 'not told';
    case 'pending':
      return 'told, the lead is still running';
    case 'announced':
      return 'told';
    case 'queued':
    case 'sending':
      return 'is being told';
    case 'sent':
      return 'told';
    case 'recorded':
      return 'told by other means';
    case 'unconfirmed':
      return 'perhaps told: nobody knows whether it arrived';
    case 'failed':
      return 'telling them failed';
    case 'withdrawn':
      return 'withdrawn';
    default:
      return state;
  }
}

const CURES: Readonly<Record<string, string>> = {
  waiting: 'waiting',
  exemption: 'an exemption by the owner of the freeze',
  override: 'an override',
  'ad-hoc-allow': 'an ad-hoc window',
  notice: 'telling them',
  'shorter-duration': 'a shorter deploy',
  repair: 'repairing the source',
  attestation: 'an attestation',
  waiver: 'a waiver',
  release: 'the holder releasing it',
  'break-lock': 'breaking the lock',
};

/** What would make a reason go away. */
export function cureWords(cures: readonly string[]): string {
  return cures.map(cure => CURES[cure] ?? cure).join(', ');
}

/** `PT24H` in words; what it does not know stays as it is. */
export function leadWords(lead: string): string {
  const days = /^(\d+)bd$/.exec(lead)?.[1];
  if (days !== undefined) return days === '1' ? '1 business day' : `${days} business days`;
  const [, length, unit] = /^PT?(\d+)([DHM])$/.exec(lead) ?? [];
  if (length === undefined || unit === undefined) return lead;
  const word = unitWord(unit, lead);
  return length === '1' ? `1 ${word}` : `${length} ${word}s`;
}

function unitWord(unit: string, lead: string): string {
  if (unit === 'D') return 'day';
  if (unit === 'H') return 'hour';
  // `P2M` are months, `PT2M` minutes.
  return lead.startsWith('PT') ? 'minute' : 'month';
}

/** What it does to customers. */
export function impactWords(impact: 'none' | 'brief' | 'downtime'): string {
  switch (impact) {
    case 'none':
      return 'Customers notice nothing.';
    case 'brief':
      return 'A short interruption is possible.';
    case 'downtime':
      return 'It takes the service down.';
    default:
      throw new Error(impact satisfies never);
  }
}
