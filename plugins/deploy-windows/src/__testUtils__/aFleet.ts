import type { WindowsFleet, WindowsFleetRow } from 'backstage-plugin-deploy-windows-common';
import { aDay, aSegment } from './aTimeline';

export function aFleetRow(changed: Partial<WindowsFleetRow> = {}): WindowsFleetRow {
  return {
    target: 'system:default/noipm#production',
    entityRef: 'system:default/noipm',
    title: 'NOIPM complaint manager',
    environment: 'production',
    stage: 'production',
    owner: 'group:default/noipm-core-team',
    system: 'system:default/noipm',
    state: 'notice-needed',
    sentence: 'Not now: IPM staff must be told 24 hours before.',
    nextChange: { at: '2026-12-01T15:00:00Z', text: 'Tue 1 Dec, 09:00', to: 'open' },
    lint: [],
    segments: [aSegment()],
    ...changed,
  };
}

export function aFleet(changed: Partial<WindowsFleet> = {}): WindowsFleet {
  return {
    zone: 'America/Chicago',
    now: '2026-11-24T17:00:00Z',
    days: [aDay()],
    rows: [aFleetRow()],
    total: 1,
    today: [],
    facets: {
      owners: ['group:default/noipm-core-team'],
      systems: ['system:default/noipm'],
      domains: [],
      environments: ['production'],
      stages: ['production'],
    },
    ...changed,
  };
}
