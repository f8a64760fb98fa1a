import {
  describeInstances,
  type Fact,
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
  wordsColumn,
} from '../shared';
import { useView } from '../../overview/context';
import { processGroups } from './processGroups';
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

/** What runs in each environment; once for all environments in which the same runs. */
export const ProcessTable = ({
  environments,
}: {
  readonly environments: readonly EnvironmentView[];
}) => {
  const { environment: chosen } = useView();
  return (
    <GroupedTable
      caption="Processes by environment"
      columns={COLUMNS}
      groups={processGroups(environments, chosen).map(({ id, names, fact, rows }) => ({
        id,
        label: <GroupLabel names={names} fact={fact} />,
        rows,
      }))}
    />
  );
};

function GroupLabel({ names, fact }: { readonly names: readonly string[]; readonly fact: Fact }) {
  return (
    <>
      {names.join(', ')}
      {fact.state !== 'stated' && ': '}
      {fact.state === 'not-needed' && (
        <FactText state="not-needed" text={`not needed: ${fact.reason}`} />
      )}
      {(fact.state === 'none' || fact.state === 'not-stated') && <FactText state={fact.state} />}
    </>
  );
}
