import type { WindowsFleet, WindowsFleetQuery } from 'backstage-plugin-deploy-windows-common';
import type { CallOptions } from '../api/route';

/** All that can be deployed: its state now, its next change, and a calendar. */
export interface FleetService {
  fleet(query: WindowsFleetQuery, options: CallOptions): Promise<WindowsFleet>;
}
