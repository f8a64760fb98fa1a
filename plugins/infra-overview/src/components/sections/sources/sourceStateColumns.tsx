import type { SourceState, Tone } from 'backstage-plugin-infra-overview-common';
import { describeAge } from '../../../lib/describeAge';
import { Fold, Lines, Muted, StateChip, type DataColumn } from '../../kit';
import { useView } from '../../overview/context';

/** How each source is doing. */
export const SOURCE_STATE_COLUMNS: readonly DataColumn<SourceState>[] = [
  { id: 'source', label: 'Source', cell: ({ title }) => title },
  { id: 'state', label: 'State', minWidth: '8rem', cell: source => <State source={source} /> },
  { id: 'seen', label: 'Last good look', cell: ({ seenAt }) => <At at={seenAt} /> },
  { id: 'ran', label: 'Last try', cell: ({ ranAt }) => <At at={ranAt} /> },
  {
    id: 'words',
    label: 'In words',
    minWidth: '12rem',
    cell: source => <Words source={source} />,
  },
];

function State({ source }: { readonly source: SourceState }) {
  const { word, tone } = describeState(source.state);
  return (
    <Lines>
      {[
        <StateChip key="state" label={word} tone={tone} />,
        ...(source.stale ? [<StateChip key="stale" label="too long ago" tone="warning" />] : []),
      ]}
    </Lines>
  );
}

function At({ at }: { readonly at: number | undefined }) {
  const { now } = useView();
  return at === undefined ? <Muted>never</Muted> : <>{describeAge(at, now)}</>;
}

function Words({ source }: { readonly source: SourceState }) {
  const { words, reason, dropped } = source;
  return (
    <>
      <Lines>{reason === undefined ? [words] : [words, reason]}</Lines>
      {dropped.length > 0 && (
        <Fold label={`Not taken over (${dropped.length})`}>
          <p>
            <Muted>
              They looked like a secret, or had a form nobody knows. The values are not kept.
            </Muted>
          </p>
          <Lines>{dropped}</Lines>
        </Fold>
      )}
    </>
  );
}

function describeState(state: SourceState['state']): {
  readonly word: string;
  readonly tone: Tone;
} {
  switch (state) {
    case 'ok':
      return { word: 'looks', tone: 'good' };
    case 'partial':
      return { word: 'sees a part', tone: 'warning' };
    case 'failed':
      return { word: 'could not look', tone: 'bad' };
    case 'disabled':
      return { word: 'switched off', tone: 'unknown' };
    case 'never-ran':
      return { word: 'has not looked yet', tone: 'unknown' };
    default:
      throw new Error(state satisfies never);
  }
}
