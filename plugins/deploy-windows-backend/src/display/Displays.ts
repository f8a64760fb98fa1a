import type { KnownTarget } from '../policy/TargetDirectory';
import type { Display } from './Display';

export interface DisplayWish {
  /** IANA zone. Left out: the project's, else UTC. */
  readonly zone?: string;
  /** BCP 47. Left out: the configured one. */
  readonly locale?: string;
}

/** How times are written for whoever asks. */
export interface Displays {
  /** @throws InputError with code UNKNOWN_ZONE or UNKNOWN_LOCALE */
  of(wish: DisplayWish, target?: KnownTarget): Display;
  /** In the zone of a window, an audience or a project; UTC where it is unknown here. */
  inZone(zone: string | undefined, wish?: DisplayWish): Display;
}
