import { useView, ViewSection } from '../../overview/context';
import { ItemTable } from '../shared';
import { LINK_COLUMNS } from './linkColumns';

/** Pages elsewhere. */
export const LinksSection = () => (
  <ViewSection id="links">
    <ItemTable
      caption="Links"
      list={useView().view.document.links}
      at="links"
      columns={LINK_COLUMNS}
    />
  </ViewSection>
);
