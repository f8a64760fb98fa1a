import type {
  DayAnswer,
  SegmentAnswer,
  TimelineAnswer,
} from 'backstage-plugin-deploy-windows-common';

export function aDay(changed: Partial<DayAnswer> = {}): DayAnswer {
  return {
    date: '2026-11-24',
    label: 'Tue 24 Nov',
    start: '2026-11-24T06:00:00Z',
    end: '2026-11-25T06:00:00Z',
    ...changed,
  };
}

export function aSegment(changed: Partial<SegmentAnswer> = {}): SegmentAnswer {
  return {
    start: '2026-11-24T06:00:00Z',
    end: '2026-11-24T15:00:00Z',
    state: 'notice-needed',
    rules: [
      {
        rule: 'notice:system:default/noipm/ipm',
        title: 'Agreed with IPM',
        level: 'system:default/noipm#production',
      },
    ],
    text: 'Tue 24 Nov, 00:00–09:00',
    ...changed,
  };
}

/** Tuesday and Wednesday: told first, an agreed hour, told first, a freeze from Wednesday 17:00. */
export function aTimeline(changed: Partial<TimelineAnswer> = {}): TimelineAnswer {
  return {
    zone: 'America/Chicago',
    now: '2026-11-24T17:00:00Z',
    days: [
      aDay(),
      aDay({
        date: '2026-11-25',
        label: 'Wed 25 Nov',
        start: '2026-11-25T06:00:00Z',
        end: '2026-11-26T06:00:00Z',
        clockChange: 'The clocks go back at 02:00',
      }),
    ],
    targets: [
      {
        target: 'system:default/noipm#production',
        environment: 'production',
        stage: 'production',
        segments: [
          aSegment(),
          aSegment({
            start: '2026-11-24T15:00:00Z',
            end: '2026-11-24T16:00:00Z',
            state: 'open',
            rules: [],
            text: 'Tue 24 Nov, 09:00–10:00',
          }),
          aSegment({
            start: '2026-11-24T16:00:00Z',
            end: '2026-11-25T23:00:00Z',
            text: 'Tue 24 Nov, 10:00 – Wed 25 Nov, 17:00',
          }),
          aSegment({
            start: '2026-11-25T23:00:00Z',
            end: '2026-11-26T06:00:00Z',
            state: 'freeze',
            text: 'Wed 25 Nov, 17:00 – Thu 26 Nov, 00:00',
            rules: [
              {
                rule: 'domain:default/city/thanksgiving',
                title: 'Thanksgiving',
                level: 'domain:default/city',
              },
            ],
          }),
        ],
      },
    ],
    ...changed,
  };
}
