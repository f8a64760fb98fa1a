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
import { RiCalendarScheduleLine, RiListCheck3 } from '@remixicon/react';
import { client, readinessClient } from '../api';
import {
  entityReadinessRouteRef,
  entityRouteRef,
  gettingStartedRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from '../routes';

// No `spec.infra` in it: windows may be inherited, and "nothing is declared" is a state of ours.
const deployable = { kind: { $in: ['Component', 'System'] } };

const api = ApiBlueprint.make({ params: defineParams => defineParams(client) });
const readinessApi = ApiBlueprint.make({
  name: 'readiness',
  params: defineParams => defineParams(readinessClient),
});

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

const readinessPage = PageBlueprint.make({
  name: 'readiness',
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <RiListCheck3 />,
    routeRef: readinessRouteRef,
    loader: () =>
      import('../components/pages/ReadinessPageContent').then(module => (
        <module.ReadinessPageContent />
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

const readinessTab = EntityContentBlueprint.make({
  name: 'readiness',
  params: {
    path: 'readiness',
    title: 'Readiness',
    group: 'deployment',
    routeRef: entityReadinessRouteRef,
    filter: deployable,
    loader: () =>
      import('../components/readiness/EntityReadinessContent').then(module => (
        <module.EntityReadinessContent />
      )),
  },
});

const gettingStarted = EntityContentBlueprint.make({
  name: 'getting-started',
  params: {
    path: 'getting-started',
    title: 'Getting started',
    group: 'documentation',
    routeRef: gettingStartedRouteRef,
    filter: deployable,
    loader: () =>
      import('../components/onboarding/EntityGettingStartedContent').then(module => (
        <module.EntityGettingStartedContent />
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

const readinessCard = EntityCardBlueprint.make({
  name: 'readiness',
  // The card "May I deploy?" says it too.
  disabled: true,
  params: {
    type: 'content',
    filter: deployable,
    loader: () =>
      import('../components/readiness/ReadinessCard').then(module => <module.ReadinessCard />),
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
const extensions = [
  api,
  readinessApi,
  calendar,
  readinessPage,
  tab,
  readinessTab,
  gettingStarted,
  card,
  readinessCard,
  answer,
  widget,
];

export default createFrontendPlugin({
  pluginId: 'deploy-windows',
  title: 'Deploys',
  icon: <RiCalendarScheduleLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: {
    root: rootRouteRef,
    entity: entityRouteRef,
    readiness: readinessRouteRef,
    entityReadiness: entityReadinessRouteRef,
    gettingStarted: gettingStartedRouteRef,
  },
  extensions: extensions as readonly ExtensionDefinition[],
});
