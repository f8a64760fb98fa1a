import { NOW } from '../../../__testUtils__/anOverview';
import { aFinding, aNote } from '../../../__testUtils__/anObservedAnswer';
import { driftCsv, driftMarkdown } from './driftText';

const input = (changes: Parameters<typeof aFinding>[0]) => ({
  findings: [aFinding({ declared: 'hobby-basic', observed: 'standard-0', ...changes })],
  sourceTitle: (source: string) => source.toLocaleUpperCase('en-US'),
  now: NOW,
});

it('is a table of Markdown in which nothing is markup', () => {
  const [head, line, row] = driftMarkdown(input({ observed: '<b>|x', note: aNote() })).split('\n');
  expect(head).toBe('| What | Environment | Status | Declared | Observed | Seen | Source | Note |');
  expect(line).toMatch(/^\|( --- \|){8}$/);
  expect(row).toContain('&lt;b&gt;\\|x');
  expect(row).toContain('HEROKU');
  expect(row).toContain('says ada until 24 Dec 2026');
});

it('is a table for spreadsheets in which nothing is a formula and no cell is blank', () => {
  const [, row] = driftCsv(input({ observed: '=1+1', title: 'Add-on, plan' })).split('\r\n');
  expect(row).toBe(
    `"Add-on, plan",production,different,hobby-basic,'=1+1,2026-11-24T09:48:00.000Z,HEROKU,none`,
  );
});
