import type { Checklist } from 'backstage-plugin-infra-overview-common';
import { useMemo, useState } from 'react';
import { anchorOf, Fold, Muted } from '../../kit';
import { useView } from '../../overview/context';
import { ChoiceButtons, FieldFact, ItemName, shownItems, type Shown } from '../shared';
import styles from '../shared/shared.module.css';
import { describeCounts } from './answerFor';
import { answeredItems, checklistGroups, filtered, type ChecklistFilter } from './checklistGroups';
import { ChecklistTable } from './ChecklistTable';

// A list longer than this starts with its groups folded.
const READ_AT_ONCE = 30;

/** A checklist with this project's answers; ninety items stay usable by folding and filtering. */
export const ChecklistView = ({ of }: { readonly of: Shown<Checklist> }) => {
  const { view } = useView();
  const [filter, setFilter] = useState<ChecklistFilter>('all');
  const items = useMemo(
    () =>
      answeredItems(
        shownItems(of.item.items, `${of.path}.items`, view.origins),
        view.document.conformance,
      ),
    [of, view],
  );
  const shown = filtered(items, filter);
  const start = filter === 'all' && items.length > READ_AT_ONCE ? 'closed' : 'open';
  return (
    <article id={anchorOf(of.path)} aria-label={of.title} className={styles.entry}>
      <h3>
        <ItemName of={of} />
      </h3>
      {of.item.pack !== undefined && (
        <p>
          Shipped checklist: <FieldFact of={of} field="pack" />
          {items.length === 0 && '. Its items are not repeated here; readiness shows them.'}
        </p>
      )}
      {of.item.appliesTo !== undefined && (
        <p>
          For:{' '}
          <FieldFact of={of} field="appliesTo">
            {of.fields.get('appliesTo')?.text}
          </FieldFact>
        </p>
      )}
      {items.length > 0 && (
        <>
          <p>
            {items.length} {items.length === 1 ? 'item' : 'items'}:{' '}
            {describeCounts(items.map(({ state }) => state))}.
          </p>
          <ChoiceButtons
            label={`Items of ${of.title} shown`}
            choices={[
              { key: 'all', label: `All (${items.length})` },
              { key: 'must', label: `Must (${filtered(items, 'must').length})` },
              { key: 'open', label: `Open (${filtered(items, 'open').length})` },
            ]}
            chosen={filter}
            onChoose={setFilter}
          />
        </>
      )}
      {items.length > 0 && shown.length === 0 && <p>Nothing is left with this filter.</p>}
      {checklistGroups(shown).map(([group, members]) => (
        <Fold
          // Another filter starts anew, so that what it found is open.
          key={`${filter}:${group}`}
          start={start}
          label={
            <>
              {group} <Muted>{describeCounts(members.map(({ state }) => state))}</Muted>
            </>
          }
        >
          <ChecklistTable caption={`${of.title}: ${group}`} items={members} />
        </Fold>
      ))}
    </article>
  );
};
