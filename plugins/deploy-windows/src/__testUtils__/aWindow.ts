import type { WindowAnswer, WindowsAnswer } from 'backstage-plugin-deploy-windows-common';

/** Tuesdays as agreed with IPM. */
export function aWindow(changed: Partial<WindowAnswer> = {}): WindowAnswer {
  return {
    key: 'system:default/noipm#production/ipm-tuesdays',
    kind: 'notice',
    title: 'Agreed with IPM',
    owner: 'group:default/noipm-core-team',
    level: 'system:default/noipm#production',
    origin: 'catalog',
    sourceUrl: 'https://git.example/noipm/catalog-info.yaml#L12',
    sentence: 'Every Tuesday 09:00–10:00 (America/Chicago)',
    timeZone: 'America/Chicago',
    derived: true,
    governs: true,
    active: false,
    next: [
      {
        start: '2026-12-01T15:00:00Z',
        end: '2026-12-01T16:00:00Z',
        text: 'Tue 1 Dec, 09:00–10:00',
        inYourZone: 'Tue 1 Dec, 15:00–16:00',
      },
    ],
    lint: [],
    ...changed,
  };
}

export function someWindows(changed: Partial<WindowsAnswer> = {}): WindowsAnswer {
  return {
    target: 'system:default/noipm#production',
    windows: [aWindow()],
    policy: {
      openByDefault: { open: true, level: 'system:default/noipm#production' },
      mustFit: 'enforce',
      readiness: 'warn',
      onUnavailable: 'block',
      expectedDuration: 'PT20M',
      impact: 'brief',
      limits: {},
      timeZone: 'America/Chicago',
      levels: [
        {
          key: 'system:default/noipm#production',
          entityRef: 'system:default/noipm',
          constrains: false,
        },
      ],
      audiences: [
        {
          key: 'system:default/noipm/ipm',
          title: 'IPM staff',
          lead: 'PT24H',
          contacts: ['group:default/ipm-contacts'],
        },
      ],
      problems: [],
    },
    lint: [],
    ...changed,
  };
}
