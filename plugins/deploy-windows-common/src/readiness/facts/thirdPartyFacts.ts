import type { Addon } from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import { factItem, listFact } from './lists';
import type { Said } from './said';
import type { Surroundings } from './surroundings';
import { derivedFact, distinct, valueFact } from './values';

/** Services of others, and what is sent to them. Whoever runs an add-on that says nothing of it is somebody else. */
export function thirdPartyFacts({ document }: Surroundings): { readonly thirdParties: Fact } {
  return {
    thirdParties: listFact(document.at('addons'), addon => {
      if ((addon.value?.operatedBy ?? 'third-party') !== 'third-party') return [];
      return factItem(addon, addon.value?.id ?? '', {
        id: valueFact(addon.at('id')),
        receives: receives(addon),
        'approval.ref': valueFact(addon.at('receives').at('approval').at('ref')),
      });
    }),
  };
}

/** The classes of data, or that there is some; `none`: nothing leaves. */
function receives(addon: Said<Addon>): Fact {
  return derivedFact(addon.at('receives'), ({ classes = [] }) =>
    classes.length === 0 ? 'data' : distinct(classes).join(', '),
  );
}
