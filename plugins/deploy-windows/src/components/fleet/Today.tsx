import type { WindowsFleet } from 'backstage-plugin-deploy-windows-common';
import { Muted, SectionCard } from 'backstage-plugin-infra-overview-react';
import { describeState } from '../../lib/describe';
import styles from './Calendar.module.css';
import { EntityDeploysLink } from './EntityDeploysLink';

const MOST = 12;

/** What opens and closes today, in order. */
export const Today = ({ fleet }: { readonly fleet: WindowsFleet }) => {
  const shown = fleet.today.slice(0, MOST);
  const left = fleet.today.length - shown.length;
  return (
    <SectionCard
      id="today"
      title="Today"
      count={fleet.today.length === 0 ? undefined : fleet.today.length}
    >
      {fleet.today.length === 0 && <Muted>Nothing opens or closes any more today.</Muted>}
      <ol className={styles.today}>
        {shown.map(change => {
          const { word, icon } = describeState(change.to === 'open' ? 'open' : stateOf(change.to));
          return (
            <li key={`${change.at} ${change.target} ${change.to}`} className={styles.change}>
              <time dateTime={change.at}>{change.time}</time>
              <span className={styles.changeState}>
                {icon} {word}
              </span>
              <EntityDeploysLink target={change.target} environment={change.environment}>
                {change.title}, {change.environment}
              </EntityDeploysLink>
              <Muted>{change.reason}</Muted>
            </li>
          );
        })}
      </ol>
      {left > 0 && <Muted>and {left} more</Muted>}
    </SectionCard>
  );
};

function stateOf(word: string) {
  switch (word) {
    case 'freeze':
    case 'closed':
    case 'notice-needed':
      return word;
    default:
      return 'unknown' as const;
  }
}
