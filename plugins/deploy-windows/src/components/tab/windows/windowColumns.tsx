import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { WindowAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  Lines,
  Muted,
  OutsideLink,
  StateChip,
  ToneText,
  type DataColumn,
} from 'backstage-plugin-infra-overview-react';
import { formatInstant } from '../../../time/formatInstant';
import { WindowActions } from './WindowActions';
import { LevelLink } from './LevelLink';
import { NextOccurrences } from './NextOccurrences';
import { governsWords, kindWords } from './windowWords';
import styles from '../Tab.module.css';

export function windowColumns(zone: string): readonly DataColumn<WindowAnswer>[] {
  return [
    {
      id: 'window',
      label: 'Window',
      minWidth: '14rem',
      cell: window => <Sentence window={window} />,
    },
    {
      id: 'kind',
      label: 'Kind',
      cell: ({ kind, hard }) => `${kindWords(kind)}${hard ? ', hard' : ''}`,
    },
    {
      id: 'level',
      label: 'Level and origin',
      minWidth: '12rem',
      cell: window => <Origin window={window} />,
    },
    {
      id: 'next',
      label: 'Next five',
      minWidth: '13rem',
      cell: window => <NextOccurrences window={window} />,
    },
    {
      id: 'owner',
      label: 'Owner',
      cell: ({ owner }) =>
        owner === undefined ? <Muted>not stated</Muted> : <OwnerLink owner={owner} />,
    },
    {
      id: 'review',
      label: 'Ends or review',
      cell: window => <EndOrReview window={window} zone={zone} />,
    },
    { id: 'mind', label: 'Mind', cell: window => <Remarks window={window} /> },
    { id: 'actions', label: 'Actions', cell: window => <WindowActions window={window} /> },
  ];
}

function Sentence({ window }: { readonly window: WindowAnswer }) {
  const { title, sentence, reason, active, governs, audience } = window;
  return (
    <div className={styles.cell}>
      <span>{title}</span>
      <Muted>{sentence}</Muted>
      {reason !== undefined && <Muted>{reason}</Muted>}
      {audience !== undefined && <Muted>for {audience.title}</Muted>}
      {active && governs && <StateChip label="Active now" tone="neutral" />}
      {!governs && <StateChip label={governsWords(window)} tone="unknown" />}
    </div>
  );
}

function Origin({
  window: { level, origin, sourceUrl, derived },
}: {
  readonly window: WindowAnswer;
}) {
  return (
    <Lines>
      {[
        <LevelLink key="level" level={level} />,
        origin === 'database' ? (
          'added here'
        ) : (
          <OutsideLink key="source" href={sourceUrl}>
            declared in the catalog
          </OutsideLink>
        ),
        ...(derived
          ? [
              <ToneText key="derived" tone="warning">
                assumed: the source does not say it in so many words
              </ToneText>,
            ]
          : []),
      ]}
    </Lines>
  );
}

function OwnerLink({ owner }: { readonly owner: string }) {
  // Parties may also be roles, which are no entities.
  return /^(group|user):/i.test(owner) ? <EntityRefLink entityRef={owner} /> : <>{owner}</>;
}

function EndOrReview({
  window: { expiresAt, reviewAt },
  zone,
}: {
  readonly window: WindowAnswer;
  readonly zone: string;
}) {
  const lines = [
    expiresAt !== undefined && `ends ${formatInstant(expiresAt, zone)}`,
    reviewAt !== undefined && `reviewed by ${formatInstant(reviewAt, zone)}`,
  ].filter(line => line !== false);
  return lines.length === 0 ? <Muted>neither</Muted> : <Lines>{lines}</Lines>;
}

function Remarks({ window: { problem, lint } }: { readonly window: WindowAnswer }) {
  const lines = [
    ...(problem === undefined
      ? []
      : [
          <ToneText key={problem.code} tone="bad">
            {problem.message}
          </ToneText>,
        ]),
    ...lint.map(({ code, text }) => (
      <ToneText key={code} tone="warning">
        {text}
      </ToneText>
    )),
  ];
  return lines.length === 0 ? <Muted>nothing</Muted> : <Lines>{lines}</Lines>;
}
