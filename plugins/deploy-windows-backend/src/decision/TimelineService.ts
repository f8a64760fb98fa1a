import type { TimelineAnswer, timelineQuerySchema } from 'backstage-plugin-deploy-windows-common';
import type { z } from 'zod';
import type { CallOptions } from '../api/route';

export type TimelineQuery = z.output<typeof timelineQuerySchema>;

/** When a target is open, and when not and why, over a stretch of time. */
export interface TimelineService {
  timeline(query: TimelineQuery, options: CallOptions): Promise<TimelineAnswer>;
}
