import type { Instant, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';

export interface Opened {
  readonly subject: SubjectKey;
  readonly checkId: string;
}

/** A production whose open must-haves all opened a short while ago. */
export interface Fallen {
  readonly subject: SubjectKey;
  readonly checkIds: readonly string[];
  /** When the first of them opened. */
  readonly since: Instant;
}

export interface DigestReader {
  /** Must-haves that are open and were not before, or are asked of something new. */
  openedSince(since: Instant): Promise<readonly Opened[]>;
  /** Productions that were ready at `since`, are not now, and have not changed after `stableSince`. */
  fallen(since: Instant, stableSince: Instant): Promise<readonly Fallen[]>;
}
