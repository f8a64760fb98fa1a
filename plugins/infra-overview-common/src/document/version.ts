/** The group every version of the document belongs to. */
export const GROUP = 'infra-overview.io';

type Maturity = 'alpha' | 'beta' | 'stable';

export interface Version {
  readonly maturity: Maturity;
  readonly major: number;
  /** The number after alpha or beta. */
  readonly minor: number;
}

const ORDER: readonly Maturity[] = ['alpha', 'beta', 'stable'];
const VERSION = /^v(\d{1,4})(?:(alpha|beta)(\d{1,4}))?$/;

/** Reads `v1alpha1`, `v1beta2`, `v1`. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const maturity = match[2] === 'alpha' || match[2] === 'beta' ? match[2] : 'stable';
  return { maturity, major: Number(match[1]), minor: Number(match[3] ?? 0) };
}

/** Below zero when the left one is older: alpha before beta before stable, then by number. */
export function compareVersions(left: Version, right: Version): number {
  const maturity = ORDER.indexOf(left.maturity) - ORDER.indexOf(right.maturity);
  return maturity || left.major - right.major || left.minor - right.minor;
}
