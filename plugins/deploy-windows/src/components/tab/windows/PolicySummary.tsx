import type { WindowsAnswer } from 'backstage-plugin-deploy-windows-common';
import { Lines, ToneText } from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';
import { impactWords, leadWords } from '../../../lib/words';
import { LevelLink } from './LevelLink';
import styles from '../Tab.module.css';

/** What holds besides the windows, with the strictest or the nearest of all levels. */
export const PolicySummary = ({ answer: { policy } }: { readonly answer: WindowsAnswer }) => {
  const {
    openByDefault,
    mustFit,
    readiness,
    onUnavailable,
    expectedDuration,
    impact,
    limits,
    timeZone,
    levels,
    audiences,
    problems,
  } = policy;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      'Where no window speaks',
      <>
        {openByDefault.open ? 'open' : 'closed'} (<LevelLink level={openByDefault.level} />)
      </>,
    ],
    ['A deploy must fit into its opening', gateWords(mustFit)],
    ['Readiness', gateWords(readiness)],
    [
      'When the rules cannot be read',
      onUnavailable === 'block' ? 'held' : 'let through, with a warning',
    ],
    ['A deploy takes', expectedDuration === undefined ? 'not stated' : leadWords(expectedDuration)],
    ['Customers', impact === undefined ? 'not stated' : impactWords(impact)],
    [
      'At most',
      limits.maxPerOpening === undefined ? 'no limit' : `${limits.maxPerOpening} an opening`,
    ],
    ['Between two deploys', limits.minGap === undefined ? 'no wait' : leadWords(limits.minGap)],
    ['Zone', timeZone ?? 'not stated'],
    [
      'Levels',
      <Lines key="levels">
        {levels.map(({ key, constrains }) => (
          <span key={key}>
            <LevelLink level={key} />
            {constrains && ' (has windows of its own: all times outside them are closed)'}
          </span>
        ))}
      </Lines>,
    ],
    [
      'Audiences',
      audiences.length === 0 ? (
        'nobody has to be told'
      ) : (
        <Lines key="audiences">
          {audiences.map(
            ({ title, lead, contacts }) =>
              `${title}: ${leadWords(lead)} before${contacts.length === 0 ? ', no contact declared' : `, ${contacts.join(', ')}`}`,
          )}
        </Lines>
      ),
    ],
  ];
  return (
    <>
      {problems.map(({ level, field, message }) => (
        <p key={level + field}>
          <ToneText tone="bad">
            {level}, {field}: {message}
          </ToneText>
        </p>
      ))}
      <dl className={styles.policy}>
        {rows.map(([term, value]) => (
          <FragmentRow key={term} term={term} value={value} />
        ))}
      </dl>
    </>
  );
};

function FragmentRow({ term, value }: { readonly term: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

function gateWords(mode: string): string {
  if (mode === 'off') return 'not asked';
  if (mode === 'report') return 'shown on pages only';
  return mode === 'enforce' ? 'required' : 'warns only';
}
