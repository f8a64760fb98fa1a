import type {
  InfraOverviewApi,
  InfraOverviewClientOptions,
} from 'backstage-plugin-infra-overview-common';

/** The client, loaded on the first call: its schemas stay out of the first chunk of the app. */
export class LazyInfraOverviewClient implements InfraOverviewApi {
  readonly #options: InfraOverviewClientOptions;
  #client: Promise<InfraOverviewApi> | undefined;

  constructor(options: InfraOverviewClientOptions) {
    this.#options = options;
  }

  readonly overview: InfraOverviewApi['overview'] = async (...call) =>
    (await this.#load()).overview(...call);

  readonly compare: InfraOverviewApi['compare'] = async (...call) =>
    (await this.#load()).compare(...call);

  readonly fleet: InfraOverviewApi['fleet'] = async (...call) =>
    (await this.#load()).fleet(...call);

  readonly fleetCsv: InfraOverviewApi['fleetCsv'] = async (...call) =>
    (await this.#load()).fleetCsv(...call);

  readonly facets: InfraOverviewApi['facets'] = async (...call) =>
    (await this.#load()).facets(...call);

  #load(): Promise<InfraOverviewApi> {
    this.#client ??= import('backstage-plugin-infra-overview-common')
      .then(common => new common.InfraOverviewClient(this.#options))
      .catch(error => {
        // A chunk that could not be fetched is asked for again on the next call.
        this.#client = undefined;
        throw error;
      });
    return this.#client;
  }
}
