import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import type { CheckSubjectsAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  DataTable,
  Muted,
  SectionCard,
  linkStyles,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { readinessApiRef } from '../../../api';
import { evidenceKindWords, levelWords } from '../../../lib/readiness/answerWords';
import { STATUS_ORDER, describeStatus } from '../../../lib/readiness/describeStatus';
import { ReadinessLink } from '../../readiness/ReadinessLink';
import { StatusChip } from '../../readiness/StatusChip';
import { AskedPage } from '../AskedPage';
import { usePages } from '../usePages';
import { queryOf, usePageParameters } from '../usePageParameters';

type Row = CheckSubjectsAnswer['rows'][number];

export interface CheckSubjectsProps {
  readonly check: string;
  readonly status: string | undefined;
}

/** Who fails this check, and on what evidence. */
export const CheckSubjects = ({ check, status }: CheckSubjectsProps) => {
  const api = useApi(readinessApiRef);
  const { change } = usePageParameters();
  const { asked, more } = usePages(`check ${check} ${status}`, (cursor, signal) =>
    api.checkSubjects(
      check,
      { ...(status !== undefined && { status }), ...(cursor !== undefined && { cursor }) },
      { signal },
    ),
  );
  return (
    <>
      <p>
        <Link to={queryOf({ tab: 'checks' })} className={linkStyles.link}>
          <span className={linkStyles.text}>All checks</span>
        </Link>
      </p>
      <AskedPage what="The check" asked={asked}>
        {pages => {
          const [first] = pages;
          if (first === undefined) return null;
          const rows = pages.flatMap(page => page.rows);
          return (
            <SectionCard id="check" title={first.check.title} count={first.check.pack}>
              <p>{first.check.why}</p>
              <ChipChoice
                label="Status"
                choices={[
                  { value: '', label: 'All' },
                  ...STATUS_ORDER.filter(name => first.byStatus[name] > 0 || name === status).map(
                    name => ({
                      value: name,
                      label: `${describeStatus(name).word} ${first.byStatus[name]}`,
                    }),
                  ),
                ]}
                value={status ?? ''}
                onChange={value => change({ status: value === '' ? undefined : value })}
              />
              {rows.length === 0 ? (
                <p>No service is like that.</p>
              ) : (
                <DataTable
                  caption={`Services and ${first.check.title}`}
                  columns={columnsFor(check)}
                  rows={rows}
                  rowKey={({ subject }) => subject}
                />
              )}
              {pages.at(-1)?.nextCursor !== undefined && (
                <Button variant="secondary" onPress={more}>
                  Show more
                </Button>
              )}
            </SectionCard>
          );
        }}
      </AskedPage>
    </>
  );
};

function columnsFor(check: string): readonly DataColumn<Row>[] {
  return [
    {
      id: 'service',
      label: 'Service',
      cell: ({ subject, title, environment }) => (
        <>
          <ReadinessLink
            entityRef={subject.split('#')[0] ?? subject}
            environment={environment}
            check={check}
          >
            {title}
          </ReadinessLink>{' '}
          <Muted>{environment}</Muted>
        </>
      ),
    },
    { id: 'status', label: 'Status', cell: ({ status }) => <StatusChip status={status} /> },
    { id: 'level', label: 'How strongly', cell: ({ level }) => levelWords(level) },
    { id: 'because', label: 'Because', minWidth: '14rem', cell: ({ because }) => because },
    {
      id: 'evidence',
      label: 'Evidence',
      cell: ({ evidence }) =>
        evidence === undefined ? <Muted>none</Muted> : evidenceKindWords(evidence),
    },
    {
      id: 'owner',
      label: 'Owner',
      cell: ({ owner }) =>
        owner === undefined ? <Muted>nobody</Muted> : <EntityRefLink entityRef={owner} />,
    },
  ];
}
