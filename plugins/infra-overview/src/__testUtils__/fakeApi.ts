import type { InfraOverviewApi, Overview } from 'backstage-plugin-infra-overview-common';

const notAsked = async () => {
  throw new Error('This test does not ask for the fleet');
};

/** Answers `overview` as told and nothing else. */
export function fakeApi(overview: () => Promise<Overview>): InfraOverviewApi {
  return { overview, compare: notAsked, fleet: notAsked, fleetCsv: notAsked, facets: notAsked };
}
