import { fieldRows } from 'backstage-plugin-infra-overview-common';
import { FieldList } from '../../kit';
import { useView } from '../../overview/context';

export interface BlockFieldsProps {
  readonly block: object | 'none' | undefined;
  /** Path of the block: `support`. */
  readonly at: string;
  /** Fields the section draws in a table of their own. */
  readonly without?: readonly string[];
}

/** The plain facts of a section that is one thing and no list. */
export const BlockFields = ({ block, at, without = [] }: BlockFieldsProps) => {
  const { origins } = useView().view;
  const rows = fieldRows(block, at, origins).filter(
    row => !without.includes(row.path.slice(at.length + 1)),
  );
  return rows.length === 0 ? null : <FieldList rows={rows} />;
};
