import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import express from 'express';
import { spec } from './openapi';

/** Checks every request against the contract before a route sees it. */
export const createApiRouter = () =>
  createValidatedOpenApiRouter(spec, {
    // What a tool saw of one subject can be more than Express takes by itself.
    middleware: [express.json({ limit: '1mb' })],
    // A caller learns of all mistakes at once.
    validatorOptions: {
      validateRequests: { coerceTypes: false, allowUnknownQueryParameters: false, allErrors: true },
    },
  });

export type ApiRouter = ReturnType<typeof createApiRouter>;
