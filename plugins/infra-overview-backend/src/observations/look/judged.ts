import {
  canonicalJson,
  confirmedValue,
  factAt,
  judgeConfirmation,
  originOf,
  type Confirmation,
  type EffectiveInfra,
  type Instant,
  type JudgedConfirmation,
} from 'backstage-plugin-infra-overview-common';

export type Digest = (text: string) => string;

/** Fingerprint of the value a path has now; undefined when there is none. */
export function hashAt(
  effective: EffectiveInfra,
  path: string,
  digest: Digest,
): string | undefined {
  const value = confirmedValue(effective, path);
  return value === undefined ? undefined : digest(canonicalJson(value));
}

/** Which of what people said still counts. */
export function judged(
  effective: EffectiveInfra,
  confirmations: readonly Confirmation[],
  { now, digest }: { readonly now: Instant; readonly digest: Digest },
): readonly JudgedConfirmation[] {
  const hashes = new Map<string, string | undefined>();
  return confirmations.map(confirmation => {
    const { path } = confirmation;
    if (!hashes.has(path)) hashes.set(path, hashAt(effective, path, digest));
    return judgeConfirmation(
      confirmation,
      { hashNow: hashes.get(path), cadence: cadenceAt(effective, path) },
      now,
    );
  });
}

function cadenceAt(effective: EffectiveInfra, path: string): string | undefined {
  const fact = factAt(effective, path);
  const origin = 'origin' in fact ? fact.origin : originOf(effective, path);
  return origin?.verified?.cadence;
}
