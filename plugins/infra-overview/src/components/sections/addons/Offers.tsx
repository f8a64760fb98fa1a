import { useMemo } from 'react';
import { Fold } from '../../kit';
import { useView } from '../../overview/context';
import { GroupedTable, shownItems } from '../shared';
import { OFFER_COLUMNS } from './addonColumns';
import { groupsByOffer } from './addonGroups';

/** What the standard offers and this project does not use. */
export const Offers = () => {
  const { effective } = useView();
  const offers = useMemo(
    () => shownItems(effective.offers, 'offers', effective.origins),
    [effective],
  );
  return (
    <Fold label={`The standard offers ${offers.length} more`}>
      <GroupedTable
        caption="What the standard offers"
        columns={OFFER_COLUMNS}
        groups={groupsByOffer(offers)}
      />
    </Fold>
  );
};
