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

  readonly observed: InfraOverviewApi['observed'] = async (...call) =>
    (await this.#load()).observed(...call);

  readonly refresh: InfraOverviewApi['refresh'] = async (...call) =>
    (await this.#load()).refresh(...call);

  readonly confirm: InfraOverviewApi['confirm'] = async (...call) =>
    (await this.#load()).confirm(...call);

  readonly withdrawConfirmation: InfraOverviewApi['withdrawConfirmation'] = async (...call) =>
    (await this.#load()).withdrawConfirmation(...call);

  readonly noteDrift: InfraOverviewApi['noteDrift'] = async (...call) =>
    (await this.#load()).noteDrift(...call);

  readonly withdrawDriftNote: InfraOverviewApi['withdrawDriftNote'] = async (...call) =>
    (await this.#load()).withdrawDriftNote(...call);

  readonly fleetDrift: InfraOverviewApi['fleetDrift'] = async (...call) =>
    (await this.#load()).fleetDrift(...call);

  readonly fleetDriftCsv: InfraOverviewApi['fleetDriftCsv'] = async (...call) =>
    (await this.#load()).fleetDriftCsv(...call);

  readonly sources: InfraOverviewApi['sources'] = async (...call) =>
    (await this.#load()).sources(...call);

  readonly failure: InfraOverviewApi['failure'] = async (...call) =>
    (await this.#load()).failure(...call);

  readonly fleetImpact: InfraOverviewApi['fleetImpact'] = async (...call) =>
    (await this.#load()).fleetImpact(...call);

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
