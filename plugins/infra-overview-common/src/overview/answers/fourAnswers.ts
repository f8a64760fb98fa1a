import type { InfraView } from '../../effective';
import type { Instant } from '../../time';
import type { Answer } from './answer';
import { alerts } from './alerts';
import { database } from './database';
import { deploys } from './deploys';
import { runsOn } from './runsOn';

/** The first screen. `now` is the moment the page is read: a certificate or a restore test grows old without a change of the document. */
export function fourAnswers(view: InfraView, now: Instant): readonly Answer[] {
  return [runsOn(view), database(view, now), deploys(view, now), alerts(view)];
}
