import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { WaiversAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  DataTable,
  Muted,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import { daysLeftWords, describeWaiver } from '../../lib/readiness/answerWords';
import { formatDay } from '../../time/formatDay';
import { Find } from '../fleet/FilterFields';
import { WaiverWords } from '../readiness/WaiverWords';
import { AnswerTarget } from './AnswerTarget';
import { AskedPage } from './AskedPage';
import { usePages } from './usePages';
import { usePageParameters } from './usePageParameters';
import { WaiverActions } from './WaiverActions';
import styles from './Fleet.module.css';

type Waiver = WaiversAnswer['items'][number];
const STATES = ['waiting', 'active', 'ended', 'denied', 'revoked', 'superseded'] as const;

/** What was waived for whom, by whom, until when; what waits for a second person. */
export const WaiversTab = () => {
  const api = useApi(readinessApiRef);
  const { parameters, change } = usePageParameters();
  const state = STATES.find(name => name === parameters.state);
  const { owner } = parameters;
  const { asked, more } = usePages(`waivers ${state} ${owner}`, (cursor, signal) =>
    api.waivers(
      {
        ...(state !== undefined && { state }),
        ...(owner !== undefined && { owner }),
        ...(cursor !== undefined && { cursor }),
      },
      { signal },
    ),
  );
  const again = asked.state === 'loading' ? () => {} : asked.again;
  return (
    <>
      <div className={styles.filters} role="search" aria-label="Waivers">
        <div className={styles.find}>
          <Find
            label="Owner"
            placeholder="group:default/team"
            text={owner ?? ''}
            onChange={value => change({ owner: value === '' ? undefined : value })}
          />
        </div>
        <ChipChoice
          label="State"
          choices={[
            { value: '', label: 'All' },
            ...STATES.map(value => ({ value, label: describeWaiver(value).word })),
          ]}
          value={state ?? ''}
          onChange={value => change({ state: value === '' ? undefined : value })}
        />
      </div>
      <AskedPage what="The waivers" asked={asked}>
        {pages => {
          const items = pages.flatMap(page => page.items);
          return (
            <>
              {items.length === 0 ? (
                <p>No waiver of this kind was asked for.</p>
              ) : (
                <DataTable
                  caption="Waivers"
                  columns={columnsWith(again)}
                  rows={items}
                  rowKey={({ id }) => id}
                />
              )}
              {pages.at(-1)?.nextCursor !== undefined && (
                <Button variant="secondary" onPress={more}>
                  Show more waivers
                </Button>
              )}
            </>
          );
        }}
      </AskedPage>
    </>
  );
};

function columnsWith(onChanged: () => void): readonly DataColumn<Waiver>[] {
  return [
    { id: 'target', label: 'Service', cell: waiver => <AnswerTarget answer={waiver} /> },
    { id: 'check', label: 'Check', cell: ({ checkTitle }) => checkTitle },
    {
      id: 'waiver',
      label: 'Waiver',
      minWidth: '16rem',
      cell: waiver => <WaiverWords waiver={waiver} />,
    },
    {
      id: 'end',
      label: 'Ends',
      sortValue: ({ expiresAt }) => Date.parse(expiresAt),
      cell: ({ expiresAt, daysLeft, state }) => (
        <>
          {formatDay(expiresAt)} {state === 'active' && <Muted>{daysLeftWords(daysLeft)}</Muted>}
        </>
      ),
    },
    {
      id: 'actions',
      label: 'Actions',
      cell: waiver => <WaiverActions waiver={waiver} onChanged={onChanged} />,
    },
  ];
}
