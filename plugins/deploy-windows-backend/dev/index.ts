// yarn start: the API alone, with a catalog of one organisation. Try
//   curl -H 'Authorization: Bearer mock-user-token' 'localhost:7007/api/deploy-windows/v1/decision?entity=system:default/noipm&environment=production'
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { organisation } from '../src/__testUtils__/entities';

const backend = createBackend();
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(mockServices.userInfo.factory());
backend.add(catalogServiceMock.factory({ entities: [...organisation] }));
backend.add(import('../src'));
backend.start();
