import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import { Emptiness, GroupedTable, shownItems } from '../shared';
import { ADDON_COLUMNS, OFFER_COLUMNS } from './addonColumns';
import { groupsByCategory, groupsByOffer } from './addonGroups';
import { Offers } from './Offers';

/** Everything the service talks to or stands on; for a standard, what projects are given or may choose. */
export const AddonsSection = () => {
  const { view, effective, overview } = useView();
  const addons = useMemo(() => shownItems(view.document.addons, 'addons', view.origins), [view]);
  if (overview.entity.kind.toLowerCase() === 'domain') {
    return (
      <ViewSection id="addons">
        <GroupedTable
          caption="Add-ons of the standard"
          columns={OFFER_COLUMNS}
          groups={groupsByOffer(addons)}
        />
      </ViewSection>
    );
  }
  return (
    <ViewSection id="addons" draw={effective.offers.length > 0 ? 'always' : 'when-stated'}>
      <Emptiness at="addons" />
      {addons.length > 0 && (
        <GroupedTable
          caption="Add-ons by category"
          columns={ADDON_COLUMNS}
          groups={groupsByCategory(addons)}
        />
      )}
      {effective.offers.length > 0 && <Offers />}
    </ViewSection>
  );
};
