import {
  describeInstances,
  type Fact,
  factAt,
  type Process,
  statedBlock,
} from 'backstage-plugin-infra-overview-common';
import { FactText } from '../../kit';
import {
  detailsColumn,
  fieldColumn,
  GroupedTable,
  ifStated,
  type ItemColumn,
  nameColumn,
  Reference,
  shownItems,
  wordsColumn,
} from '../shared';
import type { EnvironmentView } from './useEnvironmentViews';

const COLUMNS: readonly ItemColumn<Process>[] = [
  nameColumn('Process'),
  fieldColumn('role', 'Role'),
  wordsColumn(
    'instances',
    'Instances',
    ({ instances }) => instances !== undefined && describeInstances(instances),
  ),
  ifStated(fieldColumn('size', 'Size')),
  ifStated(
    wordsColumn('autoscaling', 'Scales by itself', ({ autoscaling }) => {
      const stated = statedBlock(autoscaling);
      if (stated === undefined) return undefined;
      return (
        <>
          {stated.by !== undefined && <Reference to={['addons']} id={stated.by} />} {stated.rule}
        </>
      );
    }),
  ),
  fieldColumn('failover', 'Failover'),
  detailsColumn('Also', ['server', 'host', 'group', 'scaling', 'zones', 'headroom']),
];

/** What runs in each environment. */
export const ProcessTable = ({
  environments,
}: {
  readonly environments: readonly EnvironmentView[];
}) => (
  <GroupedTable
    caption="Processes by environment"
    columns={COLUMNS}
    groups={environments.map(({ view, environment }) => {
      const at = `${environment.path}.processes`;
      return {
        id: environment.path,
        label: <GroupLabel name={environment.title} fact={factAt(view, at)} />,
        rows: shownItems(environment.item.processes, at, view.origins),
      };
    })}
  />
);

function GroupLabel({ name, fact }: { readonly name: string; readonly fact: Fact }) {
  return (
    <>
      {name}
      {fact.state !== 'stated' && ': '}
      {fact.state === 'not-needed' && (
        <FactText state="not-needed" text={`not needed: ${fact.reason}`} />
      )}
      {(fact.state === 'none' || fact.state === 'not-stated') && <FactText state={fact.state} />}
    </>
  );
}
