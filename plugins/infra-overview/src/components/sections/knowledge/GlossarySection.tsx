import type { Term } from 'backstage-plugin-infra-overview-common';
import { OutsideLink } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { fieldColumn, ItemTable, nameColumn, type ItemColumn } from '../shared';

const COLUMNS: readonly ItemColumn<Term>[] = [
  nameColumn('Word'),
  fieldColumn('meaning', 'What it means here'),
  {
    id: 'url',
    label: 'More',
    cell: ({ item: { url } }) =>
      url === undefined ? '–' : <OutsideLink href={url}>{url}</OutsideLink>,
  },
];

/** Words, and what they mean here. */
export const GlossarySection = () => (
  <ViewSection id="glossary">
    <ItemTable
      caption="Words"
      list={useView().view.document.glossary}
      at="glossary"
      columns={COLUMNS}
    />
  </ViewSection>
);
