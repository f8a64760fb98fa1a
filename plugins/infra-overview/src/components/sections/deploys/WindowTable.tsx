import {
  factAt,
  type DeclaredWindow,
  type InfraView,
  type List,
} from 'backstage-plugin-infra-overview-common';
import { Emptiness, GroupedTable, shownItems } from '../shared';
import { windowColumns } from './windowColumns';

export interface WindowList {
  readonly label: string;
  readonly list: List<DeclaredWindow> | undefined;
  readonly at: string;
}

export interface WindowTableProps {
  readonly caption: string;
  readonly lists: readonly WindowList[];
  readonly view: InfraView;
}

/** Windows, freezes and busy hours in one table; a list without any says below which kind of empty it is. */
export const WindowTable = ({ caption, lists, view }: WindowTableProps) => {
  const stated = lists.filter(({ at }) => factAt(view, at).state === 'stated');
  const others = lists.filter(list => !stated.includes(list));
  return (
    <>
      {stated.length > 0 && (
        <GroupedTable
          caption={caption}
          columns={windowColumns(view.document.deployPolicy?.timeZone)}
          groups={stated.map(({ label, list, at }) => ({
            id: at,
            label,
            rows: shownItems(list, at, view.origins),
          }))}
        />
      )}
      {others.map(({ label, at }) => (
        <div key={at}>
          {label}: <Emptiness at={at} view={view} />
        </div>
      ))}
    </>
  );
};
