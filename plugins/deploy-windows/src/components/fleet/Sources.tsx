import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import type {
  FeedAnswer,
  HolidaySetAnswer,
  StatusAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  FailedRequest,
  Muted,
  SectionCard,
  ToneText,
  useAsked,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { deployWindowsApiRef } from '../../api';
import { formatInstant } from '../../time/formatInstant';
import styles from './Calendar.module.css';

/** What the answers stand on: the catalog as last read, zone data, imported calendars, holidays. */
export const Sources = () => {
  const api = useApi(deployWindowsApiRef);
  const asked = useAsked('sources', async signal => {
    const [status, feeds, holidays] = await Promise.all([
      api.status({ signal }),
      api.feeds({ signal }),
      api.holidays({ signal }),
    ]);
    return { status, feeds, holidays };
  });
  switch (asked.state) {
    case 'loading':
      return <Skeleton height="16rem" />;
    case 'failed':
      return (
        <FailedRequest
          title="The sources could not be loaded"
          error={asked.error}
          onRetry={asked.again}
        />
      );
    case 'answered':
      return (
        <>
          <Status status={asked.answer.status} />
          <Feeds feeds={asked.answer.feeds} onRefreshed={asked.again} />
          <Holidays sets={asked.answer.holidays} />
        </>
      );
    default:
      throw new Error(asked satisfies never);
  }
};

function Status({ status }: { readonly status: StatusAnswer }) {
  const { policy, tzdata, clockSkew, evaluator, problems } = status;
  return (
    <SectionCard id="status" title="What answers stand on">
      <ul className={styles.words}>
        <li>
          <ToneText tone={policy.state === 'fresh' ? 'good' : 'warning'}>
            {policy.readAt === undefined
              ? 'The catalog has not been read yet, so production is held.'
              : `The catalog was read ${formatInstant(policy.readAt)}: ${policy.targets} services and environments.`}
          </ToneText>
        </li>
        <li>
          <ToneText tone={tzdata.isOld || tzdata.disputedZones.length > 0 ? 'warning' : 'good'}>
            Zone data {tzdata.version}
            {tzdata.isOld && `, older than the ${tzdata.minimum} this portal asks for`}
            {tzdata.disputedZones.length > 0 && `; disputed: ${tzdata.disputedZones.join(', ')}`}
          </ToneText>
        </li>
        <li>
          <ToneText tone={clockSkew.state === 'fine' ? 'good' : 'warning'}>
            {clockSkew.state === 'fine'
              ? 'Clocks agree.'
              : `The clock of this replica is ${Math.round(clockSkew.milliseconds / 1000)} s off.`}
          </ToneText>
        </li>
        <li>Evaluator {evaluator}</li>
        {problems.map(({ source, text }) => (
          <li key={`${source} ${text}`}>
            <ToneText tone="warning">
              {source}: {text}
            </ToneText>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function Feeds({
  feeds,
  onRefreshed,
}: {
  readonly feeds: readonly FeedAnswer[];
  readonly onRefreshed: () => void;
}) {
  const api = useApi(deployWindowsApiRef);
  const columns: readonly DataColumn<FeedAnswer>[] = [
    { id: 'id', label: 'Calendar', cell: ({ id, title }) => title ?? id },
    { id: 'state', label: 'State', cell: feed => <FeedState feed={feed} /> },
    { id: 'events', label: 'Events', cell: ({ events }) => events },
    {
      id: 'used',
      label: 'Used by',
      cell: ({ usedBy }) =>
        usedBy.length === 0 ? <Muted>nothing</Muted> : usedBy.map(({ title }) => title).join(', '),
    },
    {
      id: 'refresh',
      label: 'Now',
      cell: ({ id }) => (
        <Button
          size="small"
          variant="secondary"
          onPress={() => api.refreshFeed(id).then(onRefreshed, onRefreshed)}
        >
          Read again
        </Button>
      ),
    },
  ];
  return (
    <SectionCard id="feeds" title="Imported calendars" count={feeds.length}>
      {feeds.length === 0 ? (
        <Muted>None is configured (deployWindows.feeds).</Muted>
      ) : (
        <DataTable
          caption="Imported calendars"
          rows={feeds}
          columns={columns}
          rowKey={({ id }) => id}
        />
      )}
    </SectionCard>
  );
}

function FeedState({ feed: { state, age, error } }: { readonly feed: FeedAnswer }) {
  return (
    <ToneText tone={state === 'fresh' ? 'good' : 'warning'}>
      {state === 'never' ? 'never read' : state}
      {age !== undefined && `, ${age} old`}
      {error !== undefined && `: ${error}`}
    </ToneText>
  );
}

function Holidays({ sets }: { readonly sets: readonly HolidaySetAnswer[] }) {
  return (
    <SectionCard id="holidays" title="Holidays" count={sets.length}>
      {sets.length === 0 && <Muted>No set is configured (deployWindows.holidays).</Muted>}
      {sets.map(({ id, source, state, next }) => (
        <p key={id}>
          <b>{id}</b> <Muted>{source}</Muted>{' '}
          {state === 'missing' ? (
            <ToneText tone="warning">not known: windows that need it hold</ToneText>
          ) : (
            next
              .map(({ date, title }) => (title === undefined ? date : `${date} ${title}`))
              .join(', ')
          )}
        </p>
      ))}
    </SectionCard>
  );
}
