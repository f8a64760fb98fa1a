import {
  describeAlertCondition,
  describeTarget,
  targetsOf,
  type Alert,
} from 'backstage-plugin-infra-overview-common';
import { Lines } from '../../kit';
import {
  detailsColumn,
  fieldColumn,
  nameColumn,
  Reference,
  References,
  wordsColumn,
  type ItemColumn,
} from '../shared';

/** Who is told about what, and what they do then. */
export const ALERT_COLUMNS: readonly ItemColumn<Alert>[] = [
  nameColumn('Alert'),
  wordsColumn(
    'condition',
    'Goes off at',
    ({ condition }) => condition && describeAlertCondition(condition),
  ),
  { id: 'by', label: 'Found by', minWidth: '6.5rem', cell: of => <FoundBy alert={of.item} /> },
  wordsColumn('targets', 'Who is told', alert => {
    const targets = targetsOf(alert);
    return targets.length === 0 ? undefined : <Lines>{targets.map(describeTarget)}</Lines>;
  }),
  fieldColumn('severity', 'How urgent'),
  wordsColumn('runbook', 'What to do', ({ runbook }) =>
    runbook !== undefined && !/^(https|mailto):/i.test(runbook) ? (
      <Reference to={['procedures']} id={runbook} orElse="words" />
    ) : undefined,
  ),
  fieldColumn('lastTested', 'Last tested'),
  detailsColumn('Also', ['dedupe']),
];

function FoundBy({ alert }: { readonly alert: Alert }) {
  const { monitors = [], source } = alert;
  if (monitors.length === 0 && source === undefined) return <>–</>;
  return (
    <>
      <References to={['observability.monitors']} ids={monitors} />
      {monitors.length > 0 && source !== undefined && ', '}
      {source !== undefined && <Reference to={['addons']} id={source} />}
    </>
  );
}
