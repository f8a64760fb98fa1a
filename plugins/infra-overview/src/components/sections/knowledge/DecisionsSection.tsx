import type { Decision } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { fieldColumn, ifStated, ItemName, ItemTable, type ItemColumn } from '../shared';

const COLUMNS: readonly ItemColumn<Decision>[] = [
  {
    id: 'name',
    label: 'Decided',
    cell: of => {
      const { title, decision } = of.item;
      return <ItemName of={of} remark={title !== undefined && decision} />;
    },
  },
  { ...fieldColumn<Decision>('at', 'When'), sortValue: of => of.item.at },
  ifStated(fieldColumn('context', 'What led to it')),
  ifStated(fieldColumn('rationale', 'Why')),
];

/** What was decided, and why. */
export const DecisionsSection = () => (
  <ViewSection id="decisions">
    <ItemTable
      caption="Decisions"
      list={useView().view.document.decisions}
      at="decisions"
      columns={COLUMNS}
    />
  </ViewSection>
);
