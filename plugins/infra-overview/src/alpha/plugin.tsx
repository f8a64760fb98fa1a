import {
  ApiBlueprint,
  PageBlueprint,
  coreExtensionData,
  createExtensionInput,
  createFrontendPlugin,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiStackLine } from '@remixicon/react';
import { client } from '../api';
import { entityRouteRef, rootRouteRef } from '../routes';

// No `spec.infra` in it: facts may be inherited, and "nothing written yet" is a state of ours.
const describable = { kind: { $in: ['Component', 'System', 'Domain'] } };

const api = ApiBlueprint.make({ params: defineParams => defineParams(client) });

const fleet = PageBlueprint.make({
  params: {
    path: '/infra-overview',
    title: 'Infrastructure',
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/pages/FleetPageContent').then(module => <module.FleetPageContent />),
  },
});

const tab = EntityContentBlueprint.makeWithOverrides({
  inputs: {
    /** What other plugins know about deploys, the next window for example: drawn in the answer "Deploys". */
    answers: createExtensionInput([coreExtensionData.reactElement]),
  },
  factory: (original, { inputs }) =>
    original({
      path: 'infrastructure',
      title: 'Infrastructure',
      group: 'operation',
      routeRef: entityRouteRef,
      filter: describable,
      loader: async () => {
        const { EntityInfraContent } = await import('../components/overview/EntityInfraContent');
        const answers = inputs.answers.map(input => input.get(coreExtensionData.reactElement));
        return <EntityInfraContent answers={answers} />;
      },
    }),
});

const summaryCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'content',
    filter: describable,
    loader: () =>
      import('../components/overview/InfraSummaryCard').then(module => <module.InfraSummaryCard />),
  },
});

const searchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiStackLine />,
    predicate: result => result.type === 'infra-overview',
    component: () =>
      import('../components/fleet/InfraSearchResultListItem').then(
        module => module.InfraSearchResultListItem,
      ),
  },
});

const searchType = SearchFilterResultTypeBlueprint.make({
  params: { value: 'infra-overview', name: 'Infrastructure', icon: <RiStackLine /> },
});

// A cast, because exactOptionalPropertyTypes takes the `name: undefined` of a nameless extension for a wrong name.
const extensions = [api, fleet, tab, summaryCard, searchResult, searchType];

export default createFrontendPlugin({
  pluginId: 'infra-overview',
  title: 'Infrastructure',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entity: entityRouteRef },
  extensions: extensions as readonly ExtensionDefinition[],
});
