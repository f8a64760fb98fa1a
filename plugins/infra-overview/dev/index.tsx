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
import { anOverview } from '../src/__testUtils__/anOverview';
import { SHOP } from '../src/__testUtils__/documents';
import { fakeApi } from '../src/__testUtils__/fakeApi';
import infraOverviewPlugin from '../src/alpha';
import { infraOverviewApiRef } from '../src/api';

// An invented project without a backend: open /catalog/default/component/shop/infrastructure.
const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default', title: 'Shop' },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:default/shop-team' },
};

const catalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: define => define(catalogApiMock.factory({ entities: [shop] })),
    }) as ExtensionDefinition,
  ],
});

const answers = createFrontendModule({
  pluginId: 'infra-overview',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({
          api: infraOverviewApiRef,
          deps: {},
          factory: () => fakeApi(async () => anOverview(SHOP)),
        }),
    }) as ExtensionDefinition,
  ],
});

createDevApp({ features: [catalogPlugin, catalog, infraOverviewPlugin, answers] });
