// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- this file is an app
import '@backstage/ui/css/styles.css';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { aDecision, anOpenDecision } from '../src/__testUtils__/aDecision';
import { anOverride } from '../src/__testUtils__/anOverride';
import { aTimeline } from '../src/__testUtils__/aTimeline';
import { someWindows } from '../src/__testUtils__/aWindow';
import { fakeApi } from '../src/__testUtils__/fakeApi';
import deployWindowsPlugin from '../src/alpha';
import { deployWindowsApiRef } from '../src/api';

// A project without a backend: open /catalog/default/system/noipm/deploy-windows.
const noipm = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'noipm', namespace: 'default', title: 'NOIPM' },
  spec: { owner: 'group:default/noipm-core-team' },
};

const api = fakeApi({
  decisions: async () => ({
    results: [aDecision(), anOpenDecision()].map(decision => ({
      entity: decision.entityRef,
      environment: decision.environment,
      decision,
    })),
  }),
  timeline: async () => aTimeline(),
  windows: async () => someWindows(),
  deployments: async () => ({ items: [] }),
  notices: async () => ({ items: [] }),
  locks: async () => [],
  overrides: async () => [anOverride()],
  exemptions: async () => [],
  calendarTokens: async () => [],
});

const catalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define => define(catalogApiMock.factory({ entities: [noipm] })),
    }) as ExtensionDefinition,
  ],
});

const answers = createFrontendModule({
  pluginId: 'deploy-windows',
  extensions: [
    ApiBlueprint.make({
      params: define => define({ api: deployWindowsApiRef, deps: {}, factory: () => api }),
    }) as ExtensionDefinition,
  ],
});

createDevApp({ features: [catalogPlugin, catalog, deployWindowsPlugin, answers] });
