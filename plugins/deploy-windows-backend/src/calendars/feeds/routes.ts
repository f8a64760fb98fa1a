import { feedAnswerSchema } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { route, type Route } from '../../api/route';
import type { FeedService } from './FeedService';

export function feedRoutes(feeds: FeedService): readonly Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/feeds',
      summary: 'Imported calendars: how old their copies are, and which windows use them',
      allow: ['user', 'service'],
      answers: { 200: z.object({ items: z.array(feedAnswerSchema) }) },
      handle: async ({ options }) => ({ body: { items: await feeds.list(options) } }),
    }),
    route({
      method: 'post',
      path: '/v1/feeds/:id/refresh',
      summary: 'Read an imported calendar now; at most once a minute',
      allow: ['user', 'service'],
      answers: { 200: feedAnswerSchema },
      audit: { eventId: 'feed-import', severity: 'low', action: 'refresh' },
      handle: async ({ params, options }) => {
        const feed = await feeds.refresh(params.id ?? '', options);
        return {
          body: feed,
          audit: {
            state: feed.state,
            events: feed.events,
            ...(feed.error !== undefined && { error: feed.error }),
          },
        };
      },
    }),
  ];
}
