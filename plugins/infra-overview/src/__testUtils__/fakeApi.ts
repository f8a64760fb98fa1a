import type { InfraOverviewApi, Overview } from 'backstage-plugin-infra-overview-common';

const notAsked = async () => {
  throw new Error('This test does not ask for this');
};
const noAnswerYet = () => new Promise<never>(() => {});

/** Answers `overview` as told, and what else the test tells; what the sources saw never comes otherwise. */
export function fakeApi(
  overview: () => Promise<Overview>,
  others: Partial<InfraOverviewApi> = {},
): InfraOverviewApi {
  return {
    overview,
    compare: notAsked,
    fleet: notAsked,
    fleetCsv: notAsked,
    facets: notAsked,
    observed: noAnswerYet,
    refresh: notAsked,
    confirm: notAsked,
    withdrawConfirmation: notAsked,
    noteDrift: notAsked,
    withdrawDriftNote: notAsked,
    fleetDrift: notAsked,
    fleetDriftCsv: notAsked,
    sources: notAsked,
    failure: notAsked,
    fleetImpact: notAsked,
    ...others,
  };
}
