import type { Scoped, Stated } from 'backstage-plugin-infra-overview-common';
import type { ReactNode } from 'react';
import { ElementLink, FactText, Muted, OriginChip } from '../../kit';
import { Marks } from '../../observed/marks';
import { scopeWords } from './scopeWords';
import type { Shown } from './shownItems';
import styles from './shared.module.css';

export interface ItemNameProps {
  readonly of: Shown<object>;
  /** Other words than the item's own title. */
  readonly children?: ReactNode;
  /** A line below the name. */
  readonly remark?: ReactNode;
}

/** What an item is called, as the way to everything about it; where it holds, where it comes from, and what else its author noted. */
export const ItemName = ({ of, children, remark }: ItemNameProps) => {
  const { notNeeded, note, ...scope }: Stated & Scoped = of.item;
  const where = scopeWords(scope);
  return (
    <span className={styles.name}>
      <ElementLink path={of.path}>{children ?? of.title}</ElementLink>
      {where !== undefined && <Muted>{where}</Muted>}
      <OriginChip origin={of.origin} />
      <Marks path={of.path} />
      {notNeeded !== undefined && <FactText state="not-needed" text={`not needed: ${notNeeded}`} />}
      {remark}
      {note !== undefined && <Muted>{note}</Muted>}
    </span>
  );
};
