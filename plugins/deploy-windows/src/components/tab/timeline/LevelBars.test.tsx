import { render, screen, within } from '@testing-library/react';
import { aTimeline } from '../../../__testUtils__/aTimeline';
import { LevelBars } from './LevelBars';

const lane = {
  window: 'system:default/noipm#production/ipm-tuesdays',
  level: 'system:default/noipm#production',
  kind: 'notice' as const,
  title: 'Agreed with IPM',
  ranges: [
    { start: '2026-11-24T15:00:00Z', end: '2026-11-24T16:00:00Z', text: 'Tue 24 Nov, 09:00–10:00' },
  ],
};

it('draws what results and each window, and says its times to those who do not see them', () => {
  const answer = aTimeline();
  render(
    <LevelBars
      answer={answer}
      segments={answer.targets[0]?.segments ?? []}
      lanes={[
        lane,
        {
          ...lane,
          window: 'w',
          title: 'Unreadable',
          ranges: [],
          problem: 'no end; nothing is assumed',
        },
      ]}
    />,
  );
  const rows = screen.getAllByRole('listitem');
  expect(rows.map(row => row.textContent)).toEqual([
    expect.stringContaining('All together'),
    expect.stringMatching(/Agreed with IPM.*system noipm#production.*Tue 24 Nov, 09:00–10:00/),
    expect.stringMatching(/Unreadable.*nothing is assumed.*not in these weeks/),
  ]);
  expect(
    within(rows[1] as HTMLElement).getByTitle(/Open: Tue 24 Nov, 09:00–10:00/),
  ).toBeInTheDocument();
});
