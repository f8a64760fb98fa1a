import type { Topology } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { fieldColumn, ifStated, type ItemColumn, ItemTable, nameColumn } from '../shared';

const COLUMNS: readonly ItemColumn<Topology>[] = [
  nameColumn('Set-up'),
  fieldColumn('useWhen', 'Use when'),
  ifStated(fieldColumn('roles', 'Servers')),
];

/** Typical ways to build it: alternatives, not facts of one project. */
export const TopologiesSection = () => (
  <ViewSection id="topologies">
    <ItemTable
      caption="Typical set-ups"
      list={useView().view.document.topologies}
      at="topologies"
      columns={COLUMNS}
    />
  </ViewSection>
);
