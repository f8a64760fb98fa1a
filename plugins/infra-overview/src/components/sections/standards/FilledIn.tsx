import { useMemo } from 'react';
import { anchorOf, FieldList, Muted } from '../../kit';
import { useView } from '../../overview/context';
import { ItemName, shownItems, type Shown } from '../shared';
import styles from '../shared/shared.module.css';

interface DefaultEntry {
  readonly id: string;
  readonly when?: object | undefined;
}

// What selects and what dates an entry is no value it fills in.
const NO_VALUES = new Set(['id', 'when', 'verified', 'derived', 'links', 'note', 'notNeeded']);

export interface FilledInProps {
  readonly title: string;
  readonly entries: readonly DefaultEntry[];
  readonly at: string;
}

/** Entries for one kind of item: where they hold, and what they say there. */
export const FilledIn = ({ title, entries, at }: FilledInProps) => {
  const { origins } = useView().view;
  const shown = useMemo(() => shownItems(entries, at, origins), [entries, at, origins]);
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.items} aria-label={title}>
        {shown.map(of => (
          <li key={of.path} id={anchorOf(of.path)}>
            <ItemName of={of} remark={<Muted>{whereWords(of)}</Muted>} />
            <FieldList look="nested" rows={valuesOf(of)} />
          </li>
        ))}
      </ul>
    </>
  );
};

function whereWords(of: Shown<DefaultEntry>): string {
  return of.item.when === undefined
    ? 'everywhere'
    : `where ${of.fields.get('when')?.text ?? 'not stated'}`;
}

function valuesOf(of: Shown<DefaultEntry>) {
  const rows = [...of.fields].filter(
    ([field, row]) => !NO_VALUES.has(field) && row.fact !== 'not-stated',
  );
  return rows.map(([, row]) => row);
}
