import type { MatrixRow } from 'backstage-plugin-infra-overview-common';
import { ElementLink } from '../../kit';

/** What the row is about; a link where that is one element in all environments, such as an add-on. */
export const MatrixLabel = ({ row }: { readonly row: MatrixRow }) => {
  const paths = new Set(row.cells.flatMap(({ path }) => path ?? []));
  const [path] = paths;
  if (path === undefined || paths.size > 1 || !path.endsWith(']')) return <>{row.label}</>;
  return <ElementLink path={path}>{row.label}</ElementLink>;
};
