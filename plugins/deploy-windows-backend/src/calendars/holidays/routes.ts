import { holidaySetAnswerSchema } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { HolidayService } from './HolidayService';

export function holidayRoutes(holidays: HolidayService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/holidays',
      summary: 'Holiday sets: where they come from and their next days',
      allow: ['user', 'service'],
      answers: { 200: z.object({ items: z.array(holidaySetAnswerSchema) }) },
      handle: async ({ options }) => ({ body: { items: await holidays.list(options) } }),
    }),
  ];
}
