import { DataTable, Fold } from 'backstage-plugin-infra-overview-react';
import { VERDICT_ORDER, describeVerdict } from '../../../lib/readiness/describeVerdict';
import styles from '../Fleet.module.css';
import { trendLines, type Days, type TrendLine } from './trendLines';

const [WIDTH, HEIGHT] = [600, 90];

/** Four lines that differ in their dashes too; the same in a sentence, and every number in a table. */
export const TrendPicture = ({ days }: { readonly days: Days }) => {
  const lines = trendLines(days, WIDTH, HEIGHT);
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  return (
    <>
      <svg
        viewBox={`-3 -3 ${WIDTH + 6} ${HEIGHT + 6}`}
        role="img"
        aria-label={`From ${first} to ${last}: ${lines.map(lineWords).join('; ')}`}
        className={styles.trend}
        preserveAspectRatio="none"
      >
        {lines.map(({ verdict, points }) => (
          <polyline key={verdict} points={points} className={styles.line} data-verdict={verdict} />
        ))}
      </svg>
      <ul className={styles.legend} aria-label="Lines">
        {lines.map(line => (
          <li key={line.verdict}>
            <svg viewBox="0 0 28 6" width="28" height="6" aria-hidden>
              <polyline points="0,3 28,3" className={styles.line} data-verdict={line.verdict} />
            </svg>{' '}
            {lineWords(line)}
          </li>
        ))}
      </ul>
      <Fold label="Show the numbers">
        <DataTable
          caption="Services by verdict and day"
          columns={[
            { id: 'day', label: 'Day (UTC)', cell: ({ day }) => day },
            ...VERDICT_ORDER.map(verdict => ({
              id: verdict,
              label: describeVerdict(verdict).word,
              align: 'end' as const,
              cell: ({ byVerdict }: Days[number]) => byVerdict[verdict],
            })),
          ]}
          rows={[...days].reverse()}
          rowKey={({ day }) => day}
        />
      </Fold>
    </>
  );
};

function lineWords({ verdict, first, last }: TrendLine): string {
  const { word } = describeVerdict(verdict);
  return first === last ? `${word} ${last}, as before` : `${word} ${first} → ${last}`;
}
