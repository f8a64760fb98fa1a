import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { spec } from './openapi';

/** Checks every request against the contract before a route sees it. */
export const createApiRouter = () =>
  createValidatedOpenApiRouter(spec, {
    // A caller learns of all mistakes at once.
    validatorOptions: {
      validateRequests: { coerceTypes: false, allowUnknownQueryParameters: false, allErrors: true },
    },
  });

export type ApiRouter = ReturnType<typeof createApiRouter>;
