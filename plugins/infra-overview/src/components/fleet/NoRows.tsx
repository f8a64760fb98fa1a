import { Button, Text } from '@backstage/ui';
import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import styles from './Fleet.module.css';

/** Whether the question leaves anything out. The order of rows does not. */
export function isFiltered({ sort: _sort, order: _order, ...words }: FleetQuery): boolean {
  return Object.keys(words).length > 0;
}

/** Nothing found, or nothing there yet: two situations with two ways out. */
export const NoRows = ({
  query,
  onClear,
}: {
  readonly query: FleetQuery;
  readonly onClear: () => void;
}) => {
  const filtered = isFiltered(query);
  return (
    <div className={styles.empty}>
      <Text as="h2" variant="title-small">
        {filtered ? 'No project matches' : 'No projects yet'}
      </Text>
      <Text>
        {filtered
          ? 'Nothing that you may see answers this question.'
          : 'A project is a System of the catalog, or a Component without one. Register one, and it appears here within a minute of the catalog having it.'}
      </Text>
      {filtered && (
        <Button variant="secondary" onPress={onClear}>
          Clear all filters
        </Button>
      )}
    </div>
  );
};
