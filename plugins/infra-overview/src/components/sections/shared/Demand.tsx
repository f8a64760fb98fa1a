import type { Level } from 'backstage-plugin-infra-overview-common';
import { ItemName } from './ItemName';
import { LevelChip } from './LevelChip';
import type { Shown } from './shownItems';
import styles from './shared.module.css';

interface Demanded {
  readonly id: string;
  readonly level?: Level | undefined;
  readonly statement?: string | undefined;
}

/** A rule with how binding it is in front: "must not" after the words would come too late. */
export const Demand = ({ of }: { readonly of: Shown<Demanded> }) => (
  <span className={styles.inline}>
    <LevelChip level={of.item.level} />
    <ItemName of={of}>{of.item.statement ?? of.item.id}</ItemName>
  </span>
);
