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
import { fakeApi, fakeReadinessApi } from '../src/__testUtils__/fakeApi';
import { aSubject, someVerdicts } from '../src/__testUtils__/aReadiness';
import {
  someOwnership,
  someRollup,
  someSubjects,
  someTrend,
} from '../src/__testUtils__/someSubjects';
import deployWindowsPlugin from '../src/alpha';
import { deployWindowsApiRef, readinessApiRef } from '../src/api';

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

const readiness = fakeReadinessApi({
  subject: async () => aSubject(),
  verdicts: async () => someVerdicts(),
  subjects: async () => someSubjects(),
  rollup: async () => someRollup,
  trend: async () => someTrend,
  ownership: async () => someOwnership,
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
    ApiBlueprint.make({
      name: 'readiness',
      params: define => define({ api: readinessApiRef, deps: {}, factory: () => readiness }),
    }) as ExtensionDefinition,
  ],
});

createDevApp({ features: [catalogPlugin, catalog, deployWindowsPlugin, answers] });
