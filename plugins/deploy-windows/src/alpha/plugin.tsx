import {
  ApiBlueprint,
  ExtensionBoundary,
  PageBlueprint,
  coreExtensionData,
  createExtension,
  createFrontendPlugin,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RiCalendarScheduleLine } from '@remixicon/react';
import { client } from '../api';
import { entityRouteRef, rootRouteRef } from '../routes';

// No `spec.infra` in it: windows may be inherited, and "nothing is declared" is a state of ours.
const deployable = { kind: { $in: ['Component', 'System'] } };

const api = ApiBlueprint.make({ params: defineParams => defineParams(client) });

const calendar = PageBlueprint.make({
  params: {
    path: '/deploy-windows',
    title: 'Deploys',
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/pages/DeployWindowsPageContent').then(module => (
        <module.DeployWindowsPageContent />
      )),
  },
});

const tab = EntityContentBlueprint.make({
  name: 'windows',
  params: {
    path: 'deploy-windows',
    title: 'Deploys',
    group: 'deployment',
    routeRef: entityRouteRef,
    filter: deployable,
    loader: () =>
      import('../components/tab/EntityDeployContent').then(module => (
        <module.EntityDeployContent />
      )),
  },
});

const card = EntityCardBlueprint.make({
  name: 'may-i-deploy',
  params: {
    type: 'content',
    filter: deployable,
    loader: () =>
      import('../components/decision/DecisionCard').then(module => <module.DecisionCard />),
  },
});

/** The next window on infra-overview's page. Met by id: neither plugin imports the other. */
const answer = createExtension({
  name: 'next-window',
  attachTo: { id: 'entity-content:infra-overview', input: 'answers' },
  output: [coreExtensionData.reactElement],
  factory: ({ node }) => [
    coreExtensionData.reactElement(
      ExtensionBoundary.lazy(node, () =>
        import('../components/decision/NextWindowAnswer').then(module => (
          <module.NextWindowAnswer />
        )),
      ),
    ),
  ],
});

const widget = HomePageWidgetBlueprint.make({
  name: 'my-next-openings',
  disabled: true,
  params: {
    name: 'MyNextOpenings',
    title: 'My next openings',
    description: 'When the services of your groups may be deployed',
    components: () =>
      import('../components/fleet/MyNextOpenings').then(module => ({
        Content: module.MyNextOpenings,
      })),
  },
});

// A cast, because exactOptionalPropertyTypes takes the `name: undefined` of a nameless extension for a wrong name.
const extensions = [api, calendar, tab, card, answer, widget];

export default createFrontendPlugin({
  pluginId: 'deploy-windows',
  title: 'Deploys',
  icon: <RiCalendarScheduleLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entity: entityRouteRef },
  extensions: extensions as readonly ExtensionDefinition[],
});
