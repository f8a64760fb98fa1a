import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OwnershipAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Muted,
  OutsideLink,
  SectionCard,
  StateChip,
  linkStyles,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { queryOf, usePageParameters } from '../usePageParameters';

type Finding = OwnershipAnswer['findings'][number];

const COLUMNS: readonly DataColumn<Finding>[] = [
  {
    id: 'entity',
    label: 'Entity',
    cell: ({ entityRef, title }) => <EntityRefLink entityRef={entityRef} title={title} />,
  },
  {
    id: 'level',
    label: 'How strongly',
    minWidth: '9rem',
    cell: ({ level }) =>
      level === 'must' ? (
        <StateChip label="Must be put right" tone="bad" />
      ) : (
        <StateChip label="Recommended" tone="warning" />
      ),
  },
  { id: 'finding', label: 'Finding', minWidth: '14rem', cell: ({ text }) => text },
  {
    id: 'next',
    label: 'Next step',
    minWidth: '14rem',
    cell: ({ next, sourceUrl }) => (
      <>
        {next}{' '}
        {sourceUrl !== undefined && <OutsideLink href={sourceUrl}>Open the file</OutsideLink>}
      </>
    ),
  },
  {
    id: 'owner',
    label: 'Owner',
    cell: ({ owner }) => (owner === undefined ? <Muted>nobody</Muted> : owner),
  },
];

/** What is not true about who owns what, must-haves first, each with what to do next. */
export const OwnershipFindings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { parameters } = usePageParameters();
  const sorted = [...findings].sort(
    (a, b) => Number(a.level !== 'must') - Number(b.level !== 'must'),
  );
  return (
    <SectionCard id="findings" title="Findings" count={findings.length}>
      {parameters.group !== undefined && (
        <p>
          Of {parameters.group} and its groups.{' '}
          <Link to={queryOf({ tab: 'ownership' })} className={linkStyles.link}>
            <span className={linkStyles.text}>Show all</span>
          </Link>
        </p>
      )}
      {sorted.length === 0 ? (
        <p>Nothing was found: every owner exists, has people and fits.</p>
      ) : (
        <DataTable
          caption="Findings about ownership"
          columns={COLUMNS}
          rows={sorted}
          rowKey={({ code, entityRef, text }) => `${code} ${entityRef} ${text}`}
        />
      )}
    </SectionCard>
  );
};
