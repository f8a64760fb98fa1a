import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { AttestationsAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  DataTable,
  Lines,
  Muted,
  OutsideLink,
  StateChip,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { readinessApiRef } from '../../api';
import {
  NOT_APPLICABLE_WORDS,
  answerWords,
  describeConfirmation,
} from '../../lib/readiness/answerWords';
import { formatDay } from '../../time/formatDay';
import { Find } from '../fleet/FilterFields';
import { PersonLink } from '../readiness/PersonLink';
import { AnswerTarget } from './AnswerTarget';
import { AskedPage } from './AskedPage';
import { usePages } from './usePages';
import { usePageParameters } from './usePageParameters';
import styles from './Fleet.module.css';

type Confirmation = AttestationsAnswer['items'][number];

const COLUMNS: readonly DataColumn<Confirmation>[] = [
  { id: 'target', label: 'Service', cell: confirmation => <AnswerTarget answer={confirmation} /> },
  { id: 'check', label: 'Check', minWidth: '10rem', cell: ({ checkTitle }) => checkTitle },
  {
    id: 'answer',
    label: 'Answer',
    cell: ({ answer, reason, note, evidence }) => (
      <Lines>
        {[
          reason === undefined
            ? answerWords(answer)
            : `${answerWords(answer)} (${NOT_APPLICABLE_WORDS[reason]})`,
          ...(note === undefined ? [] : [<Muted key="note">{note}</Muted>]),
          ...(evidence === undefined
            ? []
            : [
                <OutsideLink key="evidence" href={evidence}>
                  Evidence
                </OutsideLink>,
              ]),
        ]}
      </Lines>
    ),
  },
  {
    id: 'by',
    label: 'Signed by',
    cell: ({ signatures, attestedBy, attestedAt, source }) => (
      <Lines>
        {signatures.length === 0
          ? [
              <span key={attestedBy}>
                <PersonLink actor={attestedBy} />, {formatDay(attestedAt)}
                {source === 'document' && <Muted> in the document</Muted>}
              </span>,
            ]
          : signatures.map(({ by, at, outside }) => (
              <span key={by}>
                <PersonLink actor={by} />, {formatDay(at)}
                {outside && <Muted> from outside the owning group</Muted>}
              </span>
            ))}
      </Lines>
    ),
  },
  {
    id: 'until',
    label: 'Until',
    sortValue: ({ validUntil }) => (validUntil === undefined ? undefined : Date.parse(validUntil)),
    cell: ({ validUntil }) =>
      validUntil === undefined ? <Muted>no date</Muted> : formatDay(validUntil),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => {
      const { word, tone } = describeConfirmation(state);
      return <StateChip label={word} tone={tone} />;
    },
  },
];

/** Who signed what, and which of it ends next. */
export const ConfirmationsTab = () => {
  const api = useApi(readinessApiRef);
  const { parameters, change } = usePageParameters();
  const { owner, signer } = parameters;
  const { asked, more } = usePages(`confirmations ${owner} ${signer}`, (cursor, signal) =>
    api.attestations(
      {
        ...(owner !== undefined && { owner }),
        ...(signer !== undefined && { by: signer }),
        ...(cursor !== undefined && { cursor }),
      },
      { signal },
    ),
  );
  return (
    <>
      <div className={styles.filters} role="search" aria-label="Confirmations">
        <div className={styles.find}>
          <Find
            label="Owner"
            placeholder="group:default/team"
            text={owner ?? ''}
            onChange={value => change({ owner: value === '' ? undefined : value })}
          />
        </div>
        <div className={styles.find}>
          <Find
            label="Signed by"
            placeholder="user:default/ada"
            text={signer ?? ''}
            onChange={value => change({ signer: value === '' ? undefined : value })}
          />
        </div>
      </div>
      <AskedPage what="The confirmations" asked={asked}>
        {pages => {
          const items = pages.flatMap(page => page.items);
          return (
            <>
              {items.length === 0 ? (
                <p>
                  {owner === undefined && signer === undefined
                    ? 'Nobody has confirmed anything yet.'
                    : 'Nobody has confirmed anything of that kind.'}
                </p>
              ) : (
                <>
                  <p>
                    <Muted>What ends first is first.</Muted>
                  </p>
                  <DataTable
                    caption="Confirmations"
                    columns={COLUMNS}
                    rows={items}
                    rowKey={({ id }) => id}
                  />
                </>
              )}
              {pages.at(-1)?.nextCursor !== undefined && (
                <Button variant="secondary" onPress={more}>
                  Show more confirmations
                </Button>
              )}
            </>
          );
        }}
      </AskedPage>
    </>
  );
};
