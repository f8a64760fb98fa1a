import type { JsonObject } from '@backstage/types';
import type { Attestation } from '../answers/attestation';
import type { Waiver } from '../answers/waiver';
import type { AskedCheck } from '../pack/pack';
import type { SubjectKey } from '../subject';
import type { Finding, Steps } from './outcome';

/** Whether the check is asked at all. */
export type Applicability =
  | { readonly state: 'applies' }
  | { readonly state: 'no-by-rule'; readonly findings: readonly Finding[] }
  /** Said in the document as "not needed"; of a must-have it counts once a holder of waiver.approve agrees. */
  | {
      readonly state: 'no-declared';
      readonly reason: string;
      readonly findings: readonly Finding[];
    }
  | { readonly state: 'undetermined'; readonly findings: readonly Finding[] };

/** Everything that is known of one check of one subject, apart from the time: four layers, kept apart. */
export interface Layers {
  /** Of the environment the verdict is about. */
  readonly subject: SubjectKey;
  /** Where confirmations and waivers of it are kept: the subject, or its entity for `scope: service`. */
  readonly answeredAt: SubjectKey;
  readonly asked: AskedCheck;
  readonly applicability: Applicability;
  readonly steps: Steps;
  /** Of this check, newest first; ended, revoked and older ones too. */
  readonly attestations: readonly Attestation[];
  /** Of this check, newest first. */
  readonly waivers: readonly Waiver[];
  /** Today's values of the facts a confirmation is bound to. */
  readonly boundFacts: JsonObject;
}
