import { VisuallyHidden } from '@backstage/ui';
import type { WindowsFleet, WindowsFleetRow } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { describeState } from '../../lib/describe';
import { DayLabels } from '../schedule/DayLabels';
import { SegmentBar } from '../schedule/SegmentBar';
import { TargetStateChip } from '../TargetStateChip';
import styles from './Calendar.module.css';
import { EntityDeploysLink } from './EntityDeploysLink';

export interface CalendarTableProps {
  readonly fleet: WindowsFleet;
  /** The stretches in words instead of on a bar. */
  readonly inWords: boolean;
}

/** One row a target, grouped by the system it belongs to; its state, what comes next, and its days. */
export const CalendarTable = ({ fleet, inWords }: CalendarTableProps) => (
  <div className={styles.scroll}>
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>When each service may be deployed, times in {fleet.zone}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Now</th>
          <th scope="col" className={styles.daysHead}>
            {inWords ? 'Stretches' : <DayLabels days={fleet.days} />}
          </th>
        </tr>
      </thead>
      <tbody>
        {fleet.rows.map((row, index) => (
          <CalendarRow
            key={row.target}
            row={row}
            fleet={fleet}
            inWords={inWords}
            group={groupHead(fleet.rows, index)}
          />
        ))}
      </tbody>
    </table>
  </div>
);

function CalendarRow({
  row,
  fleet,
  inWords,
  group,
}: {
  readonly row: WindowsFleetRow;
  readonly fleet: WindowsFleet;
  readonly inWords: boolean;
  readonly group: string | undefined;
}) {
  return (
    <>
      {group !== undefined && (
        <tr>
          <th colSpan={3} scope="colgroup" className={styles.group}>
            {group}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row" className={styles.service}>
          <EntityDeploysLink target={row.target} environment={row.environment}>
            {row.title}
          </EntityDeploysLink>
          <Muted>{row.environment}</Muted>
        </th>
        <td className={styles.now}>
          <TargetStateChip state={row.state} />
          <span className={styles.next}>{nextWords(row)}</span>
        </td>
        <td className={styles.days}>
          {inWords ? (
            <ul className={styles.words}>
              {row.segments.map(({ start, state, text, rules }) => (
                <li key={start}>
                  <b>{describeState(state).word}</b> {text}
                  {rules.length > 0 && (
                    <Muted>: {rules.map(({ title }) => title).join(', ')}</Muted>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <>
              <SegmentBar days={fleet.days} segments={row.segments} now={fleet.now} />
              <VisuallyHidden>{row.sentence}</VisuallyHidden>
            </>
          )}
        </td>
      </tr>
    </>
  );
}

function nextWords({ neverOpens, nextChange }: WindowsFleetRow): string {
  if (neverOpens) return 'never opens';
  if (nextChange === undefined) return 'no change is known';
  return `${nextChange.to === 'open' ? 'opens' : 'until'} ${nextChange.text}`;
}

/** The label of a group above its first row. */
function groupHead(rows: readonly WindowsFleetRow[], index: number): string | undefined {
  const [row, before] = [rows[index], rows[index - 1]];
  if (row === undefined) return undefined;
  const name = groupOf(row);
  return before !== undefined && groupOf(before) === name ? undefined : name;
}

function groupOf({ system, domain }: WindowsFleetRow): string {
  const words = [domain, system]
    .filter(ref => ref !== undefined)
    .map(ref => ref.replace(/^.*\//, ''));
  return words.length === 0 ? 'No system' : words.join(' · ');
}
