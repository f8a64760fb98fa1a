import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  FleetRow,
  FleetSort,
  PlatformStanding,
  Ranked,
  Tone,
} from 'backstage-plugin-infra-overview-common';
import { Link } from 'react-router-dom';
import { FactText, Muted, StateChip, ToneText, type DataColumn } from '../kit';
import { driftWords } from './driftWords';
import styles from './Fleet.module.css';

type Column = DataColumn<FleetRow> & { readonly id: FleetSort };

const ranked = ({ words, tone }: Ranked) => <ToneText tone={tone}>{words}</ToneText>;
const counted = (count: number, words: string) =>
  count === 0 ? <Muted>0</Muted> : `${count} ${words}`;

const Outcome = ({ row }: { readonly row: FleetRow }) => {
  if (row.outcome === 'absent') return <StateChip label="nothing described yet" tone="unknown" />;
  if (row.outcome === 'refused') return <StateChip label="document cannot be read" tone="bad" />;
  if (row.problems > 0)
    return (
      <StateChip
        label={row.problems === 1 ? '1 problem' : `${row.problems} problems`}
        tone="warning"
      />
    );
  return null;
};

/** Not looked at is not the same as no difference. */
const Drift = ({ row: { drift }, href }: { readonly row: FleetRow; readonly href: string }) => {
  if (drift === undefined) return <Muted>nobody looked</Muted>;
  const words = driftWords(drift);
  const count = drift.different + drift.onlyDeclared + drift.onlyObserved;
  if (count === 0) return <ToneText tone="good">{words}</ToneText>;
  return (
    <Link to={href} className={styles.projectLink}>
      <ToneText tone="warning">{words}</ToneText>
    </Link>
  );
};

/** The columns of the fleet. Ids are the words the server sorts by. */
export const fleetColumns = (hrefOf: (row: FleetRow) => string): readonly Column[] => [
  {
    id: 'name',
    label: 'Project',
    sortable: true,
    minWidth: '12rem',
    cell: row => (
      <div className={styles.project}>
        <Link className={styles.projectLink} to={hrefOf(row)}>
          {row.title}
        </Link>
        <Muted>
          {row.kind}
          {row.domain !== undefined && (
            <>
              {' '}
              of <EntityRefLink entityRef={row.domain} defaultKind="domain" hideIcon />
            </>
          )}
        </Muted>
        <Outcome row={row} />
      </div>
    ),
  },
  {
    id: 'owner',
    minWidth: '8rem',
    label: 'Owner',
    sortable: true,
    cell: row =>
      row.owner === undefined ? (
        <FactText state="not-stated" />
      ) : (
        <EntityRefLink entityRef={row.owner} defaultKind="group" hideIcon />
      ),
  },
  {
    id: 'platform',
    minWidth: '9rem',
    label: 'Platform',
    sortable: true,
    cell: row =>
      row.platforms.length === 0 ? (
        <FactText state="not-stated" />
      ) : (
        <div className={styles.chips}>
          {row.platforms.map(({ name, standing }) => (
            <StateChip
              key={name}
              label={standing === 'not stated' ? name : `${name}: ${standing}`}
              tone={standingTone(standing)}
            />
          ))}
        </div>
      ),
  },
  {
    id: 'environments',
    minWidth: '9rem',
    label: 'Environments',
    sortable: true,
    cell: row =>
      row.environments.length === 0 ? (
        <FactText state="not-stated" />
      ) : (
        <span>{row.environments.map(environment => environment.name).join(', ')}</span>
      ),
  },
  {
    id: 'database',
    minWidth: '11rem',
    label: 'Database',
    sortable: true,
    cell: row => ranked(row.database),
  },
  {
    id: 'backup',
    minWidth: '13rem',
    label: 'Backup',
    sortable: true,
    cell: row => ranked(row.backup),
  },
  {
    id: 'restore-test',
    minWidth: '9rem',
    label: 'Restore test',
    sortable: true,
    cell: row => ranked(row.restoreTest),
  },
  {
    id: 'alert-route',
    minWidth: '11rem',
    label: 'Alerts reach',
    sortable: true,
    cell: row => ranked(row.alertRoute),
  },
  {
    id: 'tls',
    minWidth: '11rem',
    label: 'CDN and TLS',
    sortable: true,
    cell: row => (
      <>
        {ranked(row.cdn)} {ranked(row.tls)}
      </>
    ),
  },
  {
    id: 'one-holder',
    minWidth: '11rem',
    label: 'Credentials kept in',
    sortable: true,
    cell: ({ credentials }) => (
      <>
        {credentials.count === 0 ? <FactText state="not-stated" /> : credentials.words}
        {credentials.oneHolder > 0 && (
          <ToneText tone="warning">{credentials.oneHolder} with one holder</ToneText>
        )}
      </>
    ),
  },
  {
    id: 'risks',
    minWidth: '7rem',
    label: 'Risks',
    sortable: true,
    cell: ({ risks }) => (
      <>
        {counted(risks.open, 'open')}
        {risks.accepted > 0 && <Muted> · {risks.accepted} accepted</Muted>}
      </>
    ),
  },
  {
    id: 'improvements',
    minWidth: '8rem',
    label: 'Improvements',
    sortable: true,
    cell: ({ improvements }) => (
      <>
        {counted(improvements.planned, 'planned')}
        {improvements.possible > 0 && <Muted> · {improvements.possible} possible</Muted>}
      </>
    ),
  },
  {
    id: 'questions',
    label: 'Open questions',
    sortable: true,
    align: 'end',
    cell: row => row.questions,
  },
  {
    id: 'conformance',
    minWidth: '8rem',
    label: 'Musts met',
    sortable: true,
    cell: ({ conformance }) =>
      conformance.applicable === 0 ? (
        <Muted>no checklist</Muted>
      ) : (
        <>
          {conformance.met} of {conformance.applicable}
          {conformance.unknown > 0 && <Muted> · {conformance.unknown} not answered</Muted>}
        </>
      ),
  },
  {
    id: 'drift',
    minWidth: '9rem',
    label: 'Drift',
    sortable: true,
    cell: row => <Drift row={row} href={`${hrefOf(row)}#drift`} />,
  },
  {
    id: 'freshness',
    minWidth: '13rem',
    label: 'Oldest date',
    sortable: true,
    cell: ({ freshness }) => (
      <ToneText tone={freshness.stale || freshness.at === undefined ? 'warning' : 'neutral'}>
        {freshness.words}
      </ToneText>
    ),
  },
];

function standingTone(standing: PlatformStanding): Tone {
  switch (standing) {
    case 'preferred':
      return 'good';
    case 'allowed':
    case 'not stated':
      return 'neutral';
    case 'legacy':
      return 'warning';
    case 'prohibited':
      return 'bad';
    default:
      throw new Error(standing satisfies never);
  }
}
