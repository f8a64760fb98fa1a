import type { HolidaySetAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../../api/route';

export interface HolidayService {
  list(options: CallOptions): Promise<readonly HolidaySetAnswer[]>;
}
