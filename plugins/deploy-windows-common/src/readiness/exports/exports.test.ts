import {
  always,
  anAttestation,
  aSubject,
  aWaiver,
  FAIL,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import { verdictOf } from '../effective/verdictOf';
import { subjectAnswer } from '../present/subjectAnswer';
import { subjectRow } from '../present/verdictAnswer';
import { checkCsvRows, subjectCsvRows } from './toCsvRows';
import { readinessMarkdown } from './toMarkdown';

const rows = [
  someLayers({
    check: {
      title: 'Copies | of [data](http://x)',
      fix: { at: 'backups[]', yaml: '- { id: db-daily }\n```\n- { id: more }' },
    },
    steps: always(UNKNOWN),
  }),
  someLayers({ check: { id: 'w', title: 'Waived' }, steps: always(FAIL), waivers: [aWaiver()] }),
  someLayers({
    check: { id: 'a', title: 'Confirmed', mode: 'attested' },
    attestations: [anAttestation({ validUntil: NOW + 1 })],
  }),
];
const verdict = verdictOf(aSubject(), rows, NOW);
const context = {
  now: NOW,
  subject: aSubject({ title: 'Web <b>' }),
  factsReadAt: NOW,
  gate: { mode: 'report' as const },
};
const answer = subjectAnswer(verdict, context);

it('a comment for a pull request', () => {
  expect(readinessMarkdown([answer])).toBe(`## Web &lt;b&gt;, production

Not ready for production: 1 must-have open: Copies \\| of \\[data\\](http://x) (not known). 1 confirmation ends today.

### Open must-haves

- **Copies \\| of \\[data\\](http://x)** (\`backups.snapshots\`): Not known. Backups of db: not stated. Add below \`backups[]\`:

  \`\`\`\`yaml
  - { id: db-daily }
  \`\`\`
  - { id: more }
  \`\`\`\`

### Waived

- Waived: Waived until 12 Feb 2027 (would be: Not met). The new database comes with copies in January.

### Ends or becomes required within 60 days

- Confirmed: confirmation ends on 24 Nov 2026 (today)

1 of 3 must-haves met, 0 of 0 recommended met, 1 waived, 1 not known, facts read just now.
`);
});

it('says that nothing was found', () => {
  expect(readinessMarkdown([])).toMatch(/no subject was found/);
});

it('rows of a table have as many cells as their header', () => {
  const tables = [subjectCsvRows([subjectRow(verdict, context)]), checkCsvRows([answer])];
  for (const [header, ...body] of tables) {
    expect(body.length).toBeGreaterThan(0);
    for (const cells of body) expect(cells).toHaveLength(header?.length ?? 0);
  }
  expect(checkCsvRows([answer]).map(cells => [cells[1], cells[5], cells[6]])).toEqual([
    ['Check', 'Status', 'Beneath a waiver'],
    ['backups.snapshots', 'unknown', ''],
    ['w', 'waived', 'fail'],
    ['a', 'pass', ''],
  ]);
});
