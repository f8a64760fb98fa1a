import type { EffectiveInfra, InfraView } from '../../effective';
import type { CellWords } from './cell';

/** One row: its label, and what a view says about it. */
export interface RowReader {
  readonly id: string;
  readonly label: string;
  readonly read: (view: InfraView, effective: EffectiveInfra) => CellWords;
}
