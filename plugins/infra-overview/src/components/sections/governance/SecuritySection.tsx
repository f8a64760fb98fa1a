import { type Security, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import { BlockFields, fieldColumn, ifStated, type ItemColumn, ItemName, Sublist } from '../shared';

type Review = Extract<NonNullable<Security['reviews']>, readonly unknown[]>[number];

const REVIEWS: readonly ItemColumn<Review>[] = [
  {
    id: 'name',
    label: 'Review',
    cell: of => <ItemName of={of}>{of.fields.get('kind')?.text ?? of.item.id}</ItemName>,
  },
  fieldColumn('at', 'When'),
  ifStated(fieldColumn('who', 'Who took part')),
  ifStated(fieldColumn('evidence', 'Where the result is')),
];

/** Reviews, tests by attack, scans for known weaknesses. */
export const SecuritySection = () => {
  const security = statedBlock(useView().view.document.security);
  return (
    <ViewSection id="security">
      <Sublist title="Reviews" list={security?.reviews} at="security.reviews" columns={REVIEWS} />
      <BlockFields block={security} at="security" without={['reviews']} />
    </ViewSection>
  );
};
