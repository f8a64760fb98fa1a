import { useApi } from '@backstage/core-plugin-api';
import type { ImpactAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Muted,
  SectionCard,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../../api';
import { Find } from '../../fleet/FilterFields';
import { ReadinessLink } from '../../readiness/ReadinessLink';
import { StatusChip } from '../../readiness/StatusChip';
import { AskedPage } from '../AskedPage';
import { usePageParameters } from '../usePageParameters';
import styles from '../Fleet.module.css';

type Row = ImpactAnswer['rows'][number];

const isUserRef = (text: string) => /^user:[^/\s]+\/\S+$/i.test(text);

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    id: 'service',
    label: 'Service',
    cell: ({ subject, title, environment, checkId }) => (
      <>
        <ReadinessLink
          entityRef={subject.split('#')[0] ?? subject}
          environment={environment}
          check={checkId}
        >
          {title}
        </ReadinessLink>{' '}
        <Muted>{environment}</Muted>
      </>
    ),
  },
  { id: 'check', label: 'Check', cell: ({ checkTitle }) => checkTitle },
  { id: 'before', label: 'Now', cell: ({ before }) => <StatusChip status={before} /> },
  { id: 'after', label: 'Then', cell: ({ after }) => <StatusChip status={after} /> },
  { id: 'because', label: 'Because', minWidth: '14rem', cell: ({ because }) => because },
];

/** What would not be met any more if one person left. */
export const Impact = () => {
  const { parameters, change } = usePageParameters();
  const { user } = parameters;
  return (
    <SectionCard id="impact" title="What breaks when somebody leaves">
      <div className={styles.find}>
        <Find
          label="Person"
          placeholder="user:default/ada"
          text={user ?? ''}
          onChange={value => change({ user: value === '' ? undefined : value })}
        />
      </div>
      {user !== undefined && isUserRef(user) && <ImpactOf user={user} />}
      {user !== undefined && !isUserRef(user) && <p role="status">Write it as user:default/ada.</p>}
    </SectionCard>
  );
};

function ImpactOf({ user }: { readonly user: string }) {
  const api = useApi(readinessApiRef);
  const asked = useAsked(`impact ${user}`, signal => api.impact(user, { signal }));
  return (
    <AskedPage what="What would break" asked={asked}>
      {({ title, rows }) =>
        rows.length === 0 ? (
          <p>Nothing hangs on {title} alone.</p>
        ) : (
          <DataTable
            caption={`What breaks without ${title}`}
            columns={COLUMNS}
            rows={rows}
            rowKey={({ subject, checkId }) => `${subject} ${checkId}`}
          />
        )
      }
    </AskedPage>
  );
}
