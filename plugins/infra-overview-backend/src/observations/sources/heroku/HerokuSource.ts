import {
  HttpClient,
  RemoteError,
  mapConcurrently,
  type RequestBudget,
  type Wait,
} from '../../http';
import type { ObservationSource, Readiness, SubjectReport, Wanted } from '../../ObservationSource';
import { SourceError } from '../../SourceError';
import { loadAccount, type Account, type Pipeline } from './Account';
import type { App } from './allowList';
import { appQuestions } from './appQuestions';
import type { HerokuConfig } from './config';
import { COVERS } from './covers';
import { HerokuApi } from './HerokuApi';
import { PipelineAnswers } from './PipelineAnswers';
import { askAll } from './Question';
import { judgeScope, NOT_PROVEN } from './scope';
import { select } from './selection';
import { NOTHING, stageOf } from './toObservations';

export interface HerokuSourceOptions {
  readonly config: HerokuConfig;
  readonly budget: RequestBudget;
  readonly now: () => number;
  readonly wait: Wait;
  readonly jitter: () => number;
  /** Milliseconds for one attempt of one request. */
  readonly timeout?: number;
}

/** Apps that are looked at side by side. Each asks up to ten things at once. */
const APPS_AT_ONCE = 3;

interface Look {
  readonly api: HerokuApi;
  readonly account: Account;
  readonly pipelines: PipelineAnswers;
  readonly signal: AbortSignal;
}

/** What really runs on Heroku, seen with a token that can read neither secrets nor change anything. */
export class HerokuSource implements ObservationSource {
  readonly id = 'heroku';
  readonly title = 'Heroku';
  readonly platforms = ['heroku'];
  readonly covers = COVERS;
  readonly #options: HerokuSourceOptions;
  readonly #platform: HttpClient;
  readonly #data: HttpClient;
  /** The declared scope was right in the last answer that said it. */
  #isProven = false;

  constructor(options: HerokuSourceOptions) {
    this.#options = options;
    const { config, budget, now, wait, jitter, timeout } = options;
    const common = {
      headers: {
        Accept: 'application/vnd.heroku+json; version=3',
        Authorization: `Bearer ${config.token}`,
        'User-Agent': 'infra-overview',
      },
      budget,
      now,
      wait,
      jitter,
      ...(timeout !== undefined && { timeout }),
    };
    this.#platform = new HttpClient({
      ...common,
      baseUrl: config.apiUrl,
      inspect: headers => this.#inspect(headers),
    });
    this.#data = new HttpClient({ ...common, baseUrl: config.dataUrl });
  }

  async prepare(signal: AbortSignal): Promise<Readiness> {
    try {
      await this.#proveScope(signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceError)) throw error;
      // Heroku being out of order at our start says nothing of the token: every look proves the scope first.
      if (isFinal(error)) return { state: 'disabled', reason: error.message };
    }
    return { state: 'ready' };
  }

  async *observe(wanted: readonly Wanted[], signal: AbortSignal): AsyncIterable<SubjectReport> {
    const { config } = this.#options;
    this.#platform.begin();
    this.#data.begin();
    if (wanted.length === 0 && config.bindings.length === 0) return;
    if (!this.#isProven) await this.#proveScope(signal);
    // Where one error ends everything, the other questions under way are not worth their answer.
    const stop = new AbortController();
    const eitherSignal = AbortSignal.any([signal, stop.signal]);
    const api = new HerokuApi({ platform: this.#platform, data: this.#data, signal: eitherSignal });
    try {
      const account = await loadAccount(api);
      const selection = select(
        wanted.map(({ subject }) => subject),
        config.bindings,
        account,
      );
      const orStop = async <T>(work: Promise<T>) => {
        try {
          return await work;
        } catch (error) {
          stop.abort(error);
          throw error;
        }
      };
      const look = { api, account, pipelines: new PipelineAnswers(api), signal: eitherSignal };
      for (const name of selection.impossible)
        yield failed(name, 'no name that Heroku gives to apps');
      yield* mapConcurrently(selection.missing, APPS_AT_ONCE, name =>
        orStop(this.#byName(name, look)),
      );
      yield* mapConcurrently(selection.apps, APPS_AT_ONCE, app => orStop(this.#report(app, look)));
      for (const pipeline of selection.pipelines) yield* this.#passing(pipeline, look);
    } finally {
      stop.abort();
    }
  }

  async #proveScope(signal: AbortSignal): Promise<void> {
    const asked = { path: '/apps', question: 'GET /apps', headers: { Range: 'id ..; max=1' } };
    await this.#platform.get(asked, signal);
    if (this.#isProven || this.#options.config.scopeProof === 'trusted') return;
    throw new SourceError(NOT_PROVEN);
  }

  /** Every answer of the platform says what the token may do. Its scope can be widened while we run. */
  #inspect(headers: Headers) {
    const scope = judgeScope(headers.get('oauth-scope') ?? undefined);
    if (scope.outcome === 'unknown') return;
    this.#isProven = scope.outcome === 'right';
    if (scope.outcome === 'wrong') throw new SourceError(scope.reason);
  }

  /** An app that is not listed may be visible all the same, one by one. */
  async #byName(name: string, look: Look): Promise<SubjectReport> {
    try {
      return await this.#report(await look.api.app(name.toLowerCase()), look);
    } catch (error) {
      look.signal.throwIfAborted();
      if (!(error instanceof RemoteError)) throw error;
      const isUnseen = error.failure === 'not-found' || error.failure === 'forbidden';
      return failed(name, isUnseen ? 'no such app, or the token may not see it' : error.message);
    }
  }

  async #report(app: App, look: Look): Promise<SubjectReport> {
    const { config, now } = this.#options;
    const questions = appQuestions({ ...look, app, now });
    const { parts, dropped } = await askAll(questions, { now, signal: look.signal });
    const place = look.account.places.get(app.id);
    const binding = config.bindings.find(({ app: name }) => name.toLowerCase() === app.name);
    const environment = binding?.environment ?? stageOf(place?.stage);
    return {
      subject: app.name,
      ...(place && { group: place.pipeline.name }),
      ...(environment !== undefined && { environment }),
      ...(binding && { entityRef: binding.entityRef }),
      outcome: dropped.length === 0 ? 'ok' : 'partial',
      parts,
      dropped,
    };
  }

  /** Environments a pipeline makes and removes by itself: only that there are some. */
  async *#passing(pipeline: Pipeline, { pipelines, signal }: Look): AsyncGenerator<SubjectReport> {
    const { now } = this.#options;
    for (const { name, environment, exists } of pipelines.passing(pipeline)) {
      const ask = async () => {
        const body = { ...NOTHING, fields: { stage: environment } };
        return (await exists()) ? body : undefined;
      };
      const deepLink = `https://dashboard.heroku.com/pipelines/${pipeline.id}`;
      const questions = [{ part: 'pipeline', ask, deepLink }];
      const { parts, dropped } = await askAll(questions, { now, signal });
      yield {
        subject: `${pipeline.name}: ${name}`,
        group: pipeline.name,
        environment,
        outcome: dropped.length === 0 ? 'ok' : 'partial',
        parts,
        dropped,
      };
    }
  }
}

function failed(subject: string, reason: string): SubjectReport {
  return { subject, outcome: 'failed', reason };
}

/** Asking again later will not help. */
function isFinal(error: SourceError): boolean {
  if (!(error instanceof RemoteError)) return true;
  return ['refused-token', 'forbidden', 'not-found'].includes(error.failure);
}
