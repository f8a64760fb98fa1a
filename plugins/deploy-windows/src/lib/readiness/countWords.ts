import type { CheckAnswer, CountsAnswer } from 'backstage-plugin-deploy-windows-common';

type Fraction = CountsAnswer['must'];

/** `14 of 41 met`; nothing asked is said, not shown as a share. */
export function fractionWords({ met, applicable }: Fraction): string {
  return applicable === 0 ? 'nothing is asked' : `${met} of ${applicable} met`;
}

/** `14 of 41 met, 20 not known, 1 waived`. */
export function groupWords(checks: readonly Pick<CheckAnswer, 'status'>[]): string {
  const count = (status: CheckAnswer['status']) =>
    checks.filter(check => check.status === status).length;
  return [
    fractionWords({
      met: count('pass'),
      applicable: checks.length - count('not-applicable'),
    }),
    ...besides({
      unknown: count('unknown'),
      expired: count('expired'),
      error: count('error'),
      waived: count('waived'),
      notApplicable: count('not-applicable'),
    }),
  ].join(', ');
}

/** What always stands beside the numbers; nothing is said of what there is none of. */
export function besides(
  counts: Pick<CountsAnswer, 'unknown' | 'expired' | 'error' | 'waived' | 'notApplicable'>,
): readonly string[] {
  const words: readonly (readonly [number, string])[] = [
    [counts.unknown, 'not known'],
    [counts.expired, 'out of date'],
    [counts.error, 'could not be checked'],
    [counts.waived, 'waived'],
    [counts.notApplicable, counts.notApplicable === 1 ? 'does not apply' : 'do not apply'],
  ];
  return words.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]));
}

const BASES: Readonly<Record<string, string>> = {
  bold: 'in bold in the source',
  label: 'under a bold label',
  required: 'required by the text',
  advice: 'advice',
};

export function basisWords(basis: string): string {
  return BASES[basis] ?? basis;
}
