import { inWords, type LogStream } from 'backstage-plugin-infra-overview-common';
import {
  detailsColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  References,
  wordsColumn,
} from '../shared';

/** What is logged, and where it goes. */
export const LOG_COLUMNS: readonly ItemColumn<LogStream>[] = [
  nameColumn('Log'),
  wordsColumn(
    'captures',
    'What is captured',
    ({ captures }) => captures && captures.length > 0 && inWords(captures),
  ),
  wordsColumn(
    'to',
    'Where it goes',
    ({ to }) => to && to.length > 0 && <References to={['addons']} ids={to} />,
  ),
  ifStated(
    wordsColumn(
      'pipeline',
      'On the way',
      ({ pipeline }) => pipeline && pipeline.length > 0 && pipeline.join(' → '),
    ),
  ),
  detailsColumn('Also', ['debug', 'auditEvents', 'fields', 'rationale']),
];
