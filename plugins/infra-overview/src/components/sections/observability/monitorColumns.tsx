import type { Monitor } from 'backstage-plugin-infra-overview-common';
import {
  detailsColumn,
  fieldColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  Reference,
  wordsColumn,
} from '../shared';

/** What is watched, how often, by whom. */
export const MONITOR_COLUMNS: readonly ItemColumn<Monitor>[] = [
  nameColumn('Monitor'),
  fieldColumn('kind', 'Kind'),
  wordsColumn('target', 'Watches', ({ target }) =>
    // An address is a link already.
    target !== undefined && !/^https:/i.test(target) ? (
      <Reference to={['addons', 'processes']} id={target} orElse="words" />
    ) : undefined,
  ),
  wordsColumn(
    'addon',
    'Run by',
    ({ addon }) => addon !== undefined && <Reference to={['addons']} id={addon} />,
  ),
  fieldColumn('interval', 'How often'),
  ifStated(fieldColumn('threshold', 'Counts as a failure')),
  detailsColumn('Also', ['reportWithin', 'since', 'history', 'steps']),
];
