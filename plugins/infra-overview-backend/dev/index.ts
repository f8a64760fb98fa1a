// yarn start: the API alone, with a catalog of two projects. Try
//   curl -H 'Authorization: Bearer mock-user-token' localhost:7007/api/infra-overview/v1/fleet
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { organisation } from '../src/__testUtils__/entities';

const backend = createBackend();
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(catalogServiceMock.factory({ entities: [...organisation] }));
backend.add(import('../src'));
backend.start();
