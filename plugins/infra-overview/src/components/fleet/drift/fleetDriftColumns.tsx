import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FleetDriftPage, Instant } from 'backstage-plugin-infra-overview-common';
import { Link } from 'react-router-dom';
import { describeAge } from '../../../lib/describeAge';
import { findingTone, findingWords, noteWords } from '../../../lib/describeFinding';
import { FactText, Lines, Muted, OutsideLink, StateChip, type DataColumn } from '../../kit';
import styles from '../Fleet.module.css';

type Row = FleetDriftPage['rows'][number];

/** One difference of one project. Leads to its page, where something can be done about it. */
export const fleetDriftColumns = (
  hrefOf: (entity: ReturnType<typeof parseEntityRef>) => string,
  now: Instant,
): readonly DataColumn<Row>[] => [
  {
    id: 'project',
    label: 'Project',
    minWidth: '10rem',
    cell: ({ entityRef, title }) => (
      <Link className={styles.projectLink} to={`${hrefOf(parseEntityRef(entityRef))}#drift`}>
        {title}
      </Link>
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    cell: ({ owner }) =>
      owner === undefined ? (
        <FactText state="not-stated" />
      ) : (
        <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />
      ),
  },
  { id: 'what', label: 'What', minWidth: '10rem', cell: ({ finding }) => finding.title },
  {
    id: 'environment',
    label: 'Environment',
    cell: ({ finding }) => finding.environment ?? <Muted>all</Muted>,
  },
  {
    id: 'status',
    label: 'Status',
    minWidth: '8rem',
    cell: ({ finding }) => {
      const chip = (
        <StateChip key="status" label={findingWords(finding)} tone={findingTone(finding, now)} />
      );
      return finding.note === undefined ? (
        chip
      ) : (
        <Lines>{[chip, <Muted key="note">{noteWords(finding.note, now)}</Muted>]}</Lines>
      );
    },
  },
  {
    id: 'declared',
    label: 'Declared',
    minWidth: '8rem',
    cell: ({ finding }) => finding.declared ?? <Muted>nothing</Muted>,
  },
  {
    id: 'observed',
    label: 'Observed',
    minWidth: '8rem',
    cell: ({ finding }) => finding.observed ?? <Muted>nothing</Muted>,
  },
  {
    id: 'since',
    label: 'Differs since',
    minWidth: '8rem',
    cell: ({ since, finding: { source, deepLink } }) => (
      <>
        {describeAge(since, now)}, <OutsideLink href={deepLink}>{source}</OutsideLink>
      </>
    ),
  },
];
