import type { FieldRow, Origin } from 'backstage-plugin-infra-overview-common';
import { cx } from 'backstage-plugin-infra-overview-react';
import { Marks } from '../observed/marks';
import { FactText } from './FactText';
import { OriginChip } from './OriginChip';
import { OutsideLink } from 'backstage-plugin-infra-overview-react';
import styles from './FieldList.module.css';

export interface FieldListProps {
  readonly rows: readonly FieldRow[];
  readonly look?: 'page' | 'nested';
  /** Where the whole item comes from, said above the list: only fields from elsewhere say it again. */
  readonly said?: Origin | undefined;
}

/** Every field of an item as term and description; a field that has fields of its own is drawn inside. */
export const FieldList = ({ rows, look = 'page', said }: FieldListProps) => (
  <dl className={cx(styles.list, look === 'nested' && styles.nested)}>
    {rows.map(row => (
      <div key={row.path} className={styles.row}>
        <dt className={styles.term}>{row.label}</dt>
        <dd className={styles.description}>
          <FieldValue row={row} />
          {/* The fields inside have marks of their own. */}
          {(row.rows ?? []).length === 0 && <Marks path={row.path} />}
          {look === 'page' && !isSaid(row.origin, said) && <OriginChip origin={row.origin} />}
        </dd>
      </div>
    ))}
  </dl>
);

function isSaid(origin: Origin | undefined, said: Origin | undefined): boolean {
  return (
    origin?.level === said?.level &&
    origin?.entityRef === said?.entityRef &&
    origin?.derived === said?.derived
  );
}

/** The value of one field: link, list, fields inside, or words. */
export function FieldValue({ row }: { readonly row: FieldRow }) {
  if (row.fact !== 'stated') return <FactText state={row.fact} text={row.text} />;
  if (row.rows !== undefined && row.rows.length > 0)
    return <FieldList rows={row.rows} look="nested" />;
  if (row.list !== undefined && row.list.length > 1) {
    return (
      <ul className={styles.values}>
        {row.list.map((value, index) => (
          // Values may repeat and never move.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>{value}</li>
        ))}
      </ul>
    );
  }
  return <FactText state="stated" text={<OutsideLink href={row.href}>{row.text}</OutsideLink>} />;
}
