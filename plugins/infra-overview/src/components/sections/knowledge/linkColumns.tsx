import { safeHref } from 'backstage-plugin-infra-overview-react';
import type { Link } from 'backstage-plugin-infra-overview-common';
import { FactText, OutsideLink } from '../../kit';
import { fieldColumn, ifStated, type ItemColumn, ItemName } from '../shared';

/** Pages elsewhere; a page whose address got lost is a gap, not nothing. */
export const LINK_COLUMNS: readonly ItemColumn<Link>[] = [
  { id: 'name', label: 'Page', cell: of => <ItemName of={of} />, sortValue: of => of.title },
  {
    id: 'url',
    label: 'Address',
    cell: ({ item: { url } }) => {
      if (url === undefined)
        return <FactText state="not-stated" text="address lost in the source" />;
      return safeHref(url) === undefined ? url : <OutsideLink href={url}>{url}</OutsideLink>;
    },
  },
  ifStated(fieldColumn('kind', 'What is found there')),
  ifStated(fieldColumn('visibility', 'Who can open it')),
];
