import type * as wire from '../wire';
import type { CallOptions } from './DeployWindowsApi';

/** `component:default/web#production`. */
export type SubjectText = string;
export type ReadinessExport = 'csv' | 'json' | 'md';

/** What can be asked of, and told to, readiness. A part of deploy windows, below `/v1/readiness`. */
export interface ReadinessApi {
  verdict(query: wire.VerdictQueryText, options?: CallOptions): Promise<wire.VerdictAnswer>;
  verdicts(wish: wire.VerdictsWishText, options?: CallOptions): Promise<wire.VerdictsAnswer>;
  subject(subject: SubjectText, options?: CallOptions): Promise<wire.SubjectAnswer>;
  subjects(query: wire.SubjectsQueryText, options?: CallOptions): Promise<wire.SubjectsAnswer>;
  compare(a: SubjectText, b: SubjectText, options?: CallOptions): Promise<wire.CompareAnswer>;
  history(
    subject: SubjectText,
    query?: { readonly check?: string; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<wire.HistoryAnswer>;
  refresh(subject: SubjectText, options?: CallOptions): Promise<wire.RefreshAnswer>;
  /** For `scope: service` checks the server keeps the answer under the entity. */
  attest(
    subject: SubjectText,
    wish: wire.AttestWishText,
    options?: CallOptions,
  ): Promise<readonly wire.AttestationAnswer[]>;
  /** The second signature. */
  sign(attestationId: string, options?: CallOptions): Promise<wire.AttestationAnswer>;
  /** Agrees to a "does not apply" of a must-have. */
  agree(attestationId: string, options?: CallOptions): Promise<wire.AttestationAnswer>;
  revokeAttestation(
    id: string,
    why: string,
    options?: CallOptions,
  ): Promise<wire.AttestationAnswer>;
  attestations(
    query: wire.AttestationsQueryText,
    options?: CallOptions,
  ): Promise<wire.AttestationsAnswer>;
  askForWaiver(
    subject: SubjectText,
    wish: wire.WaiverWishText,
    options?: CallOptions,
  ): Promise<wire.WaiverAnswer>;
  approveWaiver(id: string, options?: CallOptions): Promise<wire.WaiverAnswer>;
  denyWaiver(id: string, why: string, options?: CallOptions): Promise<wire.WaiverAnswer>;
  revokeWaiver(id: string, why: string, options?: CallOptions): Promise<wire.WaiverAnswer>;
  waivers(query: wire.WaiversQueryText, options?: CallOptions): Promise<wire.WaiversAnswer>;
  breakGlass(wish: wire.BreakGlassWishText, options?: CallOptions): Promise<wire.BreakGlassAnswer>;
  carryOver(
    subject: SubjectText,
    wish: { readonly from: SubjectText; readonly why: string },
    options?: CallOptions,
  ): Promise<wire.CarryOverAnswer>;
  packs(options?: CallOptions): Promise<wire.PacksAnswer>;
  /** `tts-good-production-practices@1`. */
  pack(pack: string, options?: CallOptions): Promise<wire.PackAnswer>;
  checkSubjects(
    checkId: string,
    query?: { readonly status?: string; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<wire.CheckSubjectsAnswer>;
  rollup(query: wire.RollupQueryText, options?: CallOptions): Promise<wire.RollupAnswer>;
  trend(query: wire.TrendQueryText, options?: CallOptions): Promise<wire.TrendAnswer>;
  ownership(
    query?: { readonly group?: string },
    options?: CallOptions,
  ): Promise<wire.OwnershipAnswer>;
  impact(user: string, options?: CallOptions): Promise<wire.ImpactAnswer>;
  onboarding(
    query: wire.OnboardingQueryText,
    options?: CallOptions,
  ): Promise<wire.OnboardingAnswer>;
  /** What the fleet shows, with its filters, as a file's text. */
  exported(
    kind: ReadinessExport,
    query: wire.SubjectsQueryText,
    options?: CallOptions,
  ): Promise<string>;
}
