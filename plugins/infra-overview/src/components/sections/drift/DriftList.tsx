import type { ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { useState, type ReactNode } from 'react';
import { CopyButton, Fold, Muted } from '../../kit';
import { useSourceTitle } from '../../observed/useSourceTitle';
import { useView } from '../../overview/context';
import { DriftFilters } from './DriftFilters';
import { driftGroups, filtered, type DriftFilter } from './driftGroups';
import { DriftTable } from './DriftTable';
import { driftCsv, driftMarkdown } from './driftText';
import styles from './Drift.module.css';

/** What differs, the most surprising first; what is left for now, as declared or not seen lately is one press away. */
export const DriftList = ({ answer }: { readonly answer: ObservedAnswer }) => {
  const { now } = useView();
  const sourceTitle = useSourceTitle();
  const [filter, setFilter] = useState<DriftFilter>({});
  const found = filtered(answer.drift, filter);
  const groups = driftGroups(found, now);
  const { undeclared, differing, intended, unstated, left, same, unknown } = groups;
  const shown = [...undeclared, ...differing, ...intended];
  const text = { findings: [...shown, ...unstated, ...left], sourceTitle, now };
  return (
    <>
      <DriftFilters findings={answer.drift} filter={filter} onChange={setFilter} />
      {shown.length === 0 && <p>{nothingWords(answer, filter)}</p>}
      {undeclared.length > 0 && (
        <Group title="Environments that the document does not name">
          <DriftTable caption="Environments that the document does not name" rows={undeclared} />
        </Group>
      )}
      {differing.length > 0 && (
        <Group title="Not as declared">
          <DriftTable caption="Not as declared" rows={differing} />
        </Group>
      )}
      {intended.length > 0 && (
        <Group title="What the pipeline file says">
          <p>
            <Muted>
              A pipeline file says what is meant to happen. It proves nothing about what runs.
            </Muted>
          </p>
          <DriftTable caption="What the pipeline file says" rows={intended} />
        </Group>
      )}
      {unstated.length > 0 && (
        <Fold label={`Seen, and not stated in the document (${unstated.length})`}>
          <p>
            <Muted>
              No difference: the document does not speak of it. Accept shows the lines that would.
            </Muted>
          </p>
          <DriftTable caption="Seen, and not stated in the document" rows={unstated} />
        </Fold>
      )}
      {left.length > 0 && (
        <Fold label={`Left for now (${left.length})`}>
          <DriftTable caption="Left for now" rows={left} />
        </Fold>
      )}
      {unknown.length > 0 && (
        <Fold label={`Could not look, or seen long ago (${unknown.length})`}>
          <DriftTable caption="Could not look, or seen long ago" rows={unknown} />
        </Fold>
      )}
      {same.length > 0 && (
        <Fold label={`As declared (${same.length})`}>
          <DriftTable caption="As declared" rows={same} />
        </Fold>
      )}
      {text.findings.length > 0 && (
        <div className={styles.tools}>
          <CopyButton label="Copy list as Markdown" text={() => driftMarkdown(text)} />
          <CopyButton label="Copy list as CSV" text={() => driftCsv(text)} />
        </div>
      )}
    </>
  );
};

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      {children}
    </>
  );
}

/** Nothing to show is good news only where everybody who should look could look. */
function nothingWords({ drift, sources }: ObservedAnswer, filter: DriftFilter): string {
  if (Object.keys(filter).length > 0) return 'Nothing that differs matches these filters.';
  const blind = sources.filter(
    ({ state, stale }) => stale || (state !== 'ok' && state !== 'partial'),
  );
  if (blind.length > 0 && blind.length === sources.length)
    return 'No source could look lately, so nobody knows whether the document is true.';
  if (drift.length === 0) return 'The sources saw nothing that the document speaks of.';
  const names = blind.map(({ title }) => title).join(', ');
  return blind.length > 0
    ? `Nothing known differs. Not everything could be looked at: ${names}.`
    : 'Everything the sources can see is as declared.';
}
