import { entityRefSchema, environmentSchema } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../api/route';
import { EXPORTS, type ExportService } from './ExportService';

const exportQuerySchema = z.object({
  entity: entityRefSchema.exactOptional(),
  environment: environmentSchema.exactOptional(),
  owner: entityRefSchema.exactOptional(),
  zone: z.string().max(100).exactOptional(),
});

export function exportRoutes(exports: ExportService): readonly Route[] {
  return EXPORTS.map(name =>
    route({
      method: 'get',
      path: `/v1/exports/${name}.csv`,
      summary: `All ${name} as a table, newest first, with times in UTC and as local clocks show them`,
      allow: ['user', 'service'],
      query: exportQuerySchema,
      answers: { 200: 'A table (text/csv)' },
      audit: {
        eventId: 'log-export',
        severity: 'medium',
        action: 'export',
        meta: ({ query }) => ({ name, ...query }),
      },
      handle: async ({ query, options }) => {
        const { content, rows } = await exports.export(name, query, options);
        return {
          text: { type: 'text/csv; charset=utf-8', content, fileName: `${name}.csv` },
          audit: { rows },
        };
      },
    }),
  );
}
