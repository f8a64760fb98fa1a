import { useApi } from '@backstage/core-plugin-api';
import type { PacksAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Muted,
  SectionCard,
  ToneText,
  linkStyles,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { readinessApiRef } from '../../../api';
import { PersonLink } from '../../readiness/PersonLink';
import { AskedPage } from '../AskedPage';
import { queryOf, usePageParameters } from '../usePageParameters';
import { PackView } from './PackView';

type Pack = PacksAnswer['packs'][number];

const COLUMNS: readonly DataColumn<Pack>[] = [
  {
    id: 'pack',
    label: 'Pack',
    cell: ({ pack, title }) => (
      <>
        <Link to={queryOf({ tab: 'packs', pack })} className={linkStyles.link}>
          <span className={linkStyles.text}>{title}</span>
        </Link>{' '}
        <Muted>{pack}</Muted>
      </>
    ),
  },
  { id: 'checks', label: 'Checks', align: 'end', cell: ({ checks }) => checks },
  {
    id: 'source',
    label: 'Source',
    cell: ({ source }) => source?.document ?? <Muted>its own</Muted>,
  },
  { id: 'from', label: 'Read from', cell: ({ from }) => from },
  {
    id: 'owner',
    label: 'Owner',
    cell: ({ owner }) =>
      owner === undefined ? <Muted>nobody</Muted> : <PersonLink actor={owner} />,
  },
  {
    id: 'problems',
    label: 'Problems',
    cell: ({ problems }) =>
      problems.length === 0 ? (
        <Muted>none</Muted>
      ) : (
        <ToneText tone="warning">{problems.length}</ToneText>
      ),
  },
];

/** Which packs of checks there are, and what of them could not be read. */
export const PacksTab = () => {
  const { parameters } = usePageParameters();
  return parameters.pack === undefined ? <AllPacks /> : <PackView pack={parameters.pack} />;
};

function AllPacks() {
  const api = useApi(readinessApiRef);
  const asked = useAsked('packs', signal => api.packs({ signal }));
  return (
    <AskedPage what="The packs" asked={asked}>
      {({ packs, refused }) => (
        <>
          {refused.length > 0 && (
            <SectionCard id="refused" title="Could not be read" count={refused.length}>
              <ul>
                {refused.map(({ file, line, message }) => (
                  <li key={`${file} ${line} ${message}`}>
                    <ToneText tone="bad">
                      {file}
                      {line !== undefined && `, line ${line}`}: {message}
                    </ToneText>
                  </li>
                ))}
              </ul>
            </SectionCard>
          )}
          {packs.length === 0 ? (
            <p>No pack is known.</p>
          ) : (
            <DataTable
              caption="Packs of checks"
              columns={COLUMNS}
              rows={packs}
              rowKey={({ pack }) => pack}
            />
          )}
        </>
      )}
    </AskedPage>
  );
}
