import {
  calendarImportAnswerSchema,
  calendarImportSchema,
} from 'backstage-plugin-deploy-windows-common';
import { route, type Route } from '../../api/route';
import type { ImportService } from './ImportService';

export function importRoutes(imports: ImportService): readonly Route[] {
  return [
    route({
      method: 'post',
      path: '/v1/calendars/import',
      summary:
        'The events of an .ics file as windows or freezes at a level, all of them or none; dryRun only shows them',
      allow: ['user'],
      body: calendarImportSchema,
      answers: { 200: calendarImportAnswerSchema, 201: calendarImportAnswerSchema },
      audit: {
        eventId: 'window-mutate',
        severity: 'medium',
        action: 'import',
        meta: ({ body }) => ({ kind: body.kind, level: body.level, dryRun: body.dryRun === true }),
      },
      handle: async ({ body, options }) => {
        const answer = await imports.import(body, options);
        return {
          status: answer.dryRun ? 200 : 201,
          body: answer,
          audit: {
            windows: answer.windows.flatMap(({ key }) => key ?? []),
            events: answer.events,
            matchedTargets: answer.targetCount,
          },
        };
      },
    }),
  ];
}
