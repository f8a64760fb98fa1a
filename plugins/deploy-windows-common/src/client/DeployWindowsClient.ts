import { z } from 'zod';
import * as wire from '../wire';
import type {
  CallOptions,
  DeployWindowsApi,
  DisplayAsked,
  ExportName,
  LogQuery,
  TargetAsked,
} from './DeployWindowsApi';
import { queryText } from './queryText';
import { request, type ClientOptions } from './request';

export type DeployWindowsClientOptions = ClientOptions;

const listOf = <T>(item: z.ZodType<T>) => z.object({ items: z.array(item) });

/** The API as a class. A refusal of the server is thrown as `ResponseError` with its message and code. */
export class DeployWindowsClient implements DeployWindowsApi {
  readonly #options: DeployWindowsClientOptions;

  constructor(options: DeployWindowsClientOptions) {
    this.#options = options;
  }

  decision = (query: wire.DecisionQueryText, options?: CallOptions) =>
    this.#get(wire.decisionAnswerSchema, `/decision${queryText(query)}`, options);
  decisions = (wish: wire.DecisionsWishText, options?: CallOptions) =>
    this.#post(wire.decisionsAnswerSchema, '/decisions', wish, options);
  decisionLog = (query: LogQuery, options?: CallOptions) =>
    this.#get(wire.loggedDecisionsSchema, `/decisions${queryText(query)}`, options);
  explain = (query: wire.DecisionQueryText, options?: CallOptions) =>
    this.#get(wire.explainAnswerSchema, `/explain${queryText(query)}`, options);
  next = (query: wire.NextQueryText, options?: CallOptions) =>
    this.#get(wire.nextAnswerSchema, `/next${queryText(query)}`, options);
  plan = (wish: wire.PlanWishText, options?: CallOptions) =>
    this.#post(wire.planAnswerSchema, '/plan', wish, options);
  timeline = (query: wire.TimelineQueryText, options?: CallOptions) =>
    this.#get(wire.timelineAnswerSchema, `/timeline${queryText(query)}`, options);
  fleet = (query: wire.WindowsFleetQueryText, options?: CallOptions) =>
    this.#get(wire.windowsFleetSchema, `/fleet${queryText(query)}`, options);
  status = (options?: CallOptions) => this.#get(wire.statusAnswerSchema, '/status', options);

  windows = (query: TargetAsked, options?: CallOptions) =>
    this.#get(wire.windowsAnswerSchema, `/windows${queryText(query)}`, options);
  previewWindow = (wish: wire.WindowWishText, options?: CallOptions, display: DisplayAsked = {}) =>
    this.#post(wire.previewAnswerSchema, `/windows/preview${queryText(display)}`, wish, options);
  previewIncidentFreeze = (
    wish: wire.IncidentFreezeAskedText,
    options?: CallOptions,
    display: DisplayAsked = {},
  ) =>
    this.#post(
      wire.previewAnswerSchema,
      `/incident-freezes/preview${queryText(display)}`,
      wish,
      options,
    );
  createWindow = (wish: wire.WindowWishText, options?: CallOptions) =>
    this.#post(wire.windowAnswerSchema, '/windows', wish, options);
  changeWindow = (
    id: string,
    change: { window: wire.WindowWishText; version: number; why: string },
    options?: CallOptions,
  ) =>
    this.#send(
      'PATCH',
      wire.windowAnswerSchema,
      `/windows/${encodeURIComponent(id)}`,
      change,
      options,
    );
  withdrawWindow = (id: string, why: string, options?: CallOptions) =>
    this.#post(
      wire.windowAnswerSchema,
      `/windows/${encodeURIComponent(id)}/withdraw`,
      { why },
      options,
    );
  createIncidentFreeze = (wish: wire.IncidentFreezeAskedText, options?: CallOptions) =>
    this.#post(wire.windowAnswerSchema, '/incident-freezes', wish, options);
  exemptions = (query: LogQuery, options?: CallOptions) =>
    this.#list(wire.exemptionAnswerSchema, `/exemptions${queryText(query)}`, options);
  grantExemption = (wish: wire.ExemptionWishText, options?: CallOptions) =>
    this.#post(wire.exemptionAnswerSchema, '/exemptions', wish, options);
  revokeExemption = (id: string, why: string, options?: CallOptions) =>
    this.#post(
      wire.exemptionAnswerSchema,
      `/exemptions/${encodeURIComponent(id)}/revoke`,
      { why },
      options,
    );
  overrides = (query: LogQuery, options?: CallOptions) =>
    this.#list(wire.overrideAnswerSchema, `/overrides${queryText(query)}`, options);
  requestOverride = (wish: wire.OverrideAskedText, options?: CallOptions) =>
    this.#post(wire.overrideAnswerSchema, '/overrides', wish, options);
  approveOverride = (id: string, options?: CallOptions) =>
    this.#post(
      wire.overrideAnswerSchema,
      `/overrides/${encodeURIComponent(id)}/approve`,
      {},
      options,
    );
  revokeOverride = (id: string, why: string, options?: CallOptions) =>
    this.#post(
      wire.overrideAnswerSchema,
      `/overrides/${encodeURIComponent(id)}/revoke`,
      { why },
      options,
    );
  reviewOverride = (id: string, why: string, options?: CallOptions) =>
    this.#post(
      wire.overrideAnswerSchema,
      `/overrides/${encodeURIComponent(id)}/review`,
      { why },
      options,
    );

  takePermit = (wish: wire.PermitWishText, options?: CallOptions) =>
    this.#post(wire.permitOutcomeSchema, '/permits', wish, options);
  permit = (id: string, options?: CallOptions) =>
    this.#get(wire.permitAnswerSchema, `/permits/${encodeURIComponent(id)}`, options);
  renewPermit = (id: string, renewal: { token: number; ttl?: string }, options?: CallOptions) =>
    this.#post(
      wire.permitAnswerSchema,
      `/permits/${encodeURIComponent(id)}/renew`,
      renewal,
      options,
    );
  releasePermit = (id: string, token: number, options?: CallOptions) =>
    this.#post(
      wire.permitAnswerSchema,
      `/permits/${encodeURIComponent(id)}/release`,
      { token },
      options,
    );
  locks = (query: LogQuery, options?: CallOptions) =>
    this.#list(wire.lockAnswerSchema, `/locks${queryText(query)}`, options);
  holdLock = (
    wish: { entity: string; environment: string; reason: string },
    options?: CallOptions,
  ) => this.#post(wire.lockAnswerSchema, '/locks', wish, options);
  releaseLock = (id: string, options?: CallOptions) =>
    this.#post(wire.lockAnswerSchema, `/locks/${encodeURIComponent(id)}/release`, {}, options);
  breakLock = (id: string, reason: string, options?: CallOptions) =>
    this.#post(
      wire.lockAnswerSchema,
      `/locks/${encodeURIComponent(id)}/break`,
      { reason },
      options,
    );
  deployments = (query: LogQuery, options?: CallOptions) =>
    this.#get(wire.deploymentsAnswerSchema, `/deployments${queryText(query)}`, options);
  recordDeployment = (wish: wire.DeploymentWishText, options?: CallOptions) =>
    this.#post(wire.deploymentAnswerSchema, '/deployments', wish, options);
  finishDeployment = (id: string, wish: wire.FinishWishText, options?: CallOptions) =>
    this.#post(
      wire.deploymentAnswerSchema,
      `/deployments/${encodeURIComponent(id)}/finish`,
      wish,
      options,
    );

  notices = (query: LogQuery, options?: CallOptions) =>
    this.#get(wire.noticesAnswerSchema, `/notices${queryText(query)}`, options);
  previewNotice = (wish: wire.NoticeWishText, options?: CallOptions) =>
    this.#post(wire.noticePreviewSchema, '/notices', { ...wish, dryRun: true }, options);
  sendNotice = (wish: wire.NoticeWishText, options?: CallOptions) =>
    this.#post(wire.noticeAnswerSchema, '/notices', wish, options);
  recordNotice = (wish: wire.NoticeRecordText, options?: CallOptions) =>
    this.#post(wire.noticeAnswerSchema, '/notices/record', wish, options);
  confirmNotice = (id: string, evidence: string, options?: CallOptions) =>
    this.#post(
      wire.noticeAnswerSchema,
      `/notices/${encodeURIComponent(id)}/confirm`,
      { evidence },
      options,
    );
  withdrawNotice = (id: string, why: string, options?: CallOptions) =>
    this.#post(
      wire.noticeAnswerSchema,
      `/notices/${encodeURIComponent(id)}/withdraw`,
      { why },
      options,
    );

  feeds = (options?: CallOptions) => this.#list(wire.feedAnswerSchema, '/feeds', options);
  refreshFeed = (id: string, options?: CallOptions) =>
    this.#post(wire.feedAnswerSchema, `/feeds/${encodeURIComponent(id)}/refresh`, {}, options);
  holidays = (options?: CallOptions) =>
    this.#list(wire.holidaySetAnswerSchema, '/holidays', options);
  importCalendar = (wish: wire.CalendarImportText, options?: CallOptions) =>
    this.#post(wire.calendarImportAnswerSchema, '/calendars/import', wish, options);
  calendarTokens = (options?: CallOptions) =>
    this.#list(wire.calendarTokenSchema, '/calendar-tokens', options);
  createCalendarToken = (scope: wire.CalendarScope, options?: CallOptions) =>
    this.#post(wire.newCalendarTokenSchema, '/calendar-tokens', scope, options);

  async revokeCalendarToken(id: string, options?: CallOptions): Promise<void> {
    await this.#fetch('DELETE', `/calendar-tokens/${encodeURIComponent(id)}`, undefined, options);
  }

  async csv(name: ExportName, query: LogQuery, options?: CallOptions): Promise<string> {
    const response = await this.#fetch(
      'GET',
      `/exports/${name}.csv${queryText(query)}`,
      undefined,
      options,
    );
    return response.text();
  }

  async #get<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<T> {
    return this.#send('GET', schema, path, undefined, options);
  }

  async #list<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<readonly T[]> {
    return (await this.#get(listOf(schema), path, options)).items;
  }

  async #post<T>(
    schema: z.ZodType<T>,
    path: string,
    body: unknown,
    options?: CallOptions,
  ): Promise<T> {
    return this.#send('POST', schema, path, body, options);
  }

  async #send<T>(
    method: string,
    schema: z.ZodType<T>,
    path: string,
    body: unknown,
    options?: CallOptions,
  ): Promise<T> {
    const response = await this.#fetch(method, path, body, options);
    return wire.parseAnswer(schema, await response.json());
  }

  async #fetch(
    method: string,
    path: string,
    body: unknown,
    options?: CallOptions,
  ): Promise<Response> {
    return request(this.#options, method, path, body, options);
  }
}
