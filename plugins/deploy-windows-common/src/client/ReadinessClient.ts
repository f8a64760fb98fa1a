import { z } from 'zod';
import * as wire from '../wire';
import type { CallOptions } from './DeployWindowsApi';
import { queryText } from './queryText';
import type { ReadinessApi, ReadinessExport, SubjectText } from './ReadinessApi';
import { request, type ClientOptions } from './request';

const listOf = <T>(item: z.ZodType<T>) => z.object({ items: z.array(item) });
const subjectPath = (subject: SubjectText) => `/subjects/${encodeURIComponent(subject)}`;

/** The API as a class. A refusal of the server is thrown as `ResponseError` with its message and code. */
export class ReadinessClient implements ReadinessApi {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = { ...options, baseUrl: `${options.baseUrl}/readiness` };
  }

  verdict = (query: wire.VerdictQueryText, options?: CallOptions) =>
    this.#get(wire.verdictAnswerSchema, `/verdict${queryText(query)}`, options);
  verdicts = (wish: wire.VerdictsWishText, options?: CallOptions) =>
    this.#post(wire.verdictsAnswerSchema, '/verdicts', wish, options);
  subject = (subject: SubjectText, options?: CallOptions) =>
    this.#get(wire.subjectAnswerSchema, subjectPath(subject), options);
  subjects = (query: wire.SubjectsQueryText, options?: CallOptions) =>
    this.#get(wire.subjectsAnswerSchema, `/subjects${queryText(query)}`, options);
  compare = (a: SubjectText, b: SubjectText, options?: CallOptions) =>
    this.#get(
      wire.compareAnswerSchema,
      `${subjectPath(a)}/compare${queryText({ with: b })}`,
      options,
    );
  history = (
    subject: SubjectText,
    query: { readonly check?: string; readonly cursor?: string } = {},
    options?: CallOptions,
  ) =>
    this.#get(
      wire.historyAnswerSchema,
      `${subjectPath(subject)}/history${queryText(query)}`,
      options,
    );
  refresh = (subject: SubjectText, options?: CallOptions) =>
    this.#post(wire.refreshAnswerSchema, `${subjectPath(subject)}/refresh`, {}, options);

  async attest(subject: SubjectText, wish: wire.AttestWishText, options?: CallOptions) {
    const path = `${subjectPath(subject)}/attestations`;
    return (await this.#post(listOf(wire.attestationAnswerSchema), path, wish, options)).items;
  }
  sign = (id: string, options?: CallOptions) => this.#attestation(id, 'sign', {}, options);
  agree = (id: string, options?: CallOptions) => this.#attestation(id, 'agree', {}, options);
  revokeAttestation = (id: string, why: string, options?: CallOptions) =>
    this.#attestation(id, 'revoke', { why }, options);
  attestations = (query: wire.AttestationsQueryText, options?: CallOptions) =>
    this.#get(wire.attestationsAnswerSchema, `/attestations${queryText(query)}`, options);

  askForWaiver = (subject: SubjectText, wish: wire.WaiverWishText, options?: CallOptions) =>
    this.#post(wire.waiverAnswerSchema, `${subjectPath(subject)}/waivers`, wish, options);
  approveWaiver = (id: string, options?: CallOptions) => this.#waiver(id, 'approve', {}, options);
  denyWaiver = (id: string, why: string, options?: CallOptions) =>
    this.#waiver(id, 'deny', { why }, options);
  revokeWaiver = (id: string, why: string, options?: CallOptions) =>
    this.#waiver(id, 'revoke', { why }, options);
  waivers = (query: wire.WaiversQueryText, options?: CallOptions) =>
    this.#get(wire.waiversAnswerSchema, `/waivers${queryText(query)}`, options);

  breakGlass = (wish: wire.BreakGlassWishText, options?: CallOptions) =>
    this.#post(wire.breakGlassAnswerSchema, '/break-glass', wish, options);
  carryOver = (
    subject: SubjectText,
    wish: { readonly from: SubjectText; readonly why: string },
    options?: CallOptions,
  ) => this.#post(wire.carryOverAnswerSchema, `${subjectPath(subject)}/carry-over`, wish, options);

  packs = (options?: CallOptions) => this.#get(wire.packsAnswerSchema, '/packs', options);
  pack = (pack: string, options?: CallOptions) =>
    this.#get(wire.packAnswerSchema, `/packs/${encodeURIComponent(pack)}`, options);
  checkSubjects = (
    checkId: string,
    query: { readonly status?: string; readonly cursor?: string } = {},
    options?: CallOptions,
  ) =>
    this.#get(
      wire.checkSubjectsAnswerSchema,
      `/checks/${encodeURIComponent(checkId)}/subjects${queryText(query)}`,
      options,
    );
  rollup = (query: wire.RollupQueryText, options?: CallOptions) =>
    this.#get(wire.rollupAnswerSchema, `/rollup${queryText(query)}`, options);
  trend = (query: wire.TrendQueryText, options?: CallOptions) =>
    this.#get(wire.trendAnswerSchema, `/trend${queryText(query)}`, options);
  ownership = (query: { readonly group?: string } = {}, options?: CallOptions) =>
    this.#get(wire.ownershipAnswerSchema, `/ownership${queryText(query)}`, options);
  impact = (user: string, options?: CallOptions) =>
    this.#get(wire.impactAnswerSchema, `/people/${encodeURIComponent(user)}/impact`, options);
  onboarding = (query: wire.OnboardingQueryText, options?: CallOptions) =>
    this.#get(wire.onboardingAnswerSchema, `/onboarding${queryText(query)}`, options);

  async exported(kind: ReadinessExport, query: wire.SubjectsQueryText, options?: CallOptions) {
    const path = `/export.${kind}${queryText(query)}`;
    return (await request(this.#options, 'GET', path, undefined, options)).text();
  }

  #attestation(id: string, act: string, body: object, options?: CallOptions) {
    const path = `/attestations/${encodeURIComponent(id)}/${act}`;
    return this.#post(wire.attestationAnswerSchema, path, body, options);
  }

  #waiver(id: string, act: string, body: object, options?: CallOptions) {
    const path = `/waivers/${encodeURIComponent(id)}/${act}`;
    return this.#post(wire.waiverAnswerSchema, path, body, options);
  }

  async #get<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<T> {
    const response = await request(this.#options, 'GET', path, undefined, options);
    return wire.parseAnswer(schema, await response.json());
  }

  async #post<T>(
    schema: z.ZodType<T>,
    path: string,
    body: unknown,
    options?: CallOptions,
  ): Promise<T> {
    const response = await request(this.#options, 'POST', path, body, options);
    return wire.parseAnswer(schema, await response.json());
  }
}
