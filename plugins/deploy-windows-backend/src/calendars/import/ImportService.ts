import type { CalendarImport, CalendarImportAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../../api/route';

/** A calendar file as windows at a level: all of its events that lie ahead, or none. */
export interface ImportService {
  /** @throws InputError with code BAD_CALENDAR, NOTHING_TO_IMPORT, or the problems of a window */
  import(wish: CalendarImport, options: CallOptions): Promise<CalendarImportAnswer>;
}
