import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RollupAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  DataTable,
  Muted,
  SectionCard,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { VERDICT_ORDER, describeVerdict } from '../../../lib/readiness/describeVerdict';
import { VerdictChip } from '../../readiness/VerdictChip';
import { AskedPage } from '../AskedPage';
import { NumberLink } from '../NumberLink';
import { queryOf, usePageParameters } from '../usePageParameters';

const BY = ['owner', 'system', 'domain'] as const;
type By = (typeof BY)[number];
type Group = RollupAnswer['groups'][number];

/** Numbers of services by verdict for each owner, System or organisation; never an average. Asked for when wanted. */
export const Groups = () => {
  const { parameters, change } = usePageParameters();
  const by = BY.find(name => name === parameters.by);
  return (
    <SectionCard id="groups" title="Together">
      <ChipChoice
        label="Put together by"
        choices={[
          { value: '', label: 'nothing' },
          { value: 'owner', label: 'owner' },
          { value: 'system', label: 'System' },
          { value: 'domain', label: 'organisation' },
        ]}
        value={by ?? ''}
        onChange={value => change({ by: value === '' ? undefined : value })}
      />
      {by !== undefined && <Rollup by={by} stage={parameters.stage} />}
    </SectionCard>
  );
};

function Rollup({ by, stage }: { readonly by: By; readonly stage: string | undefined }) {
  const api = useApi(readinessApiRef);
  const asked = useAsked(`rollup ${by} ${stage}`, signal =>
    api.rollup({ by, ...(stage !== undefined && { stage }) }, { signal }),
  );
  return (
    <AskedPage what="The numbers" asked={asked}>
      {({ groups }) =>
        groups.length === 0 ? (
          <p>There is nothing to put together.</p>
        ) : (
          <DataTable
            caption={`Services by ${by} and verdict`}
            columns={columnsFor(by, stage)}
            rows={groups}
            rowKey={({ ref }) => ref}
          />
        )
      }
    </AskedPage>
  );
}

function columnsFor(by: By, stage: string | undefined): readonly DataColumn<Group>[] {
  return [
    {
      id: 'group',
      label: by,
      cell: ({ ref, title }) => <EntityRefLink entityRef={ref} title={title} />,
    },
    { id: 'worst', label: 'Worst', cell: ({ worst }) => <VerdictChip verdict={worst} /> },
    ...VERDICT_ORDER.map(verdict => ({
      id: verdict,
      label: describeVerdict(verdict).word,
      align: 'end' as const,
      sortValue: ({ direct }: Group) => direct[verdict],
      cell: ({ ref, direct, transitive }: Group) => (
        <>
          <NumberLink
            count={direct[verdict]}
            words={describeVerdict(verdict).word}
            to={queryOf({ [by]: ref, verdict, stage })}
          />
          {transitive[verdict] > direct[verdict] && (
            <Muted> of {transitive[verdict]} with its groups</Muted>
          )}
        </>
      ),
    })),
    {
      id: 'open',
      label: 'Open must-haves',
      align: 'end',
      sortValue: ({ openMust }) => openMust,
      cell: ({ openMust }) => openMust,
    },
  ];
}
