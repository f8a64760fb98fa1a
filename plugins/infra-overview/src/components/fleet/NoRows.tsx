import { Button, Text } from '@backstage/ui';
import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import styles from './Fleet.module.css';

/** Nothing found, or nothing there yet: two situations with two ways out. */
export const NoRows = ({
  query,
  onClear,
}: {
  readonly query: FleetQuery;
  readonly onClear: () => void;
}) => {
  const { sort: _sort, order: _order, ...words } = query;
  const isFiltered = Object.keys(words).length > 0;
  return (
    <div className={styles.empty}>
      <Text as="h2" variant="title-small">
        {isFiltered ? 'No project matches' : 'No projects yet'}
      </Text>
      <Text>
        {isFiltered
          ? 'Nothing that you may see answers this question.'
          : 'A project is a System of the catalog, or a Component without one. Register one, and it appears here within a minute of the catalog having it.'}
      </Text>
      {isFiltered && (
        <Button variant="secondary" onPress={onClear}>
          Clear all filters
        </Button>
      )}
    </div>
  );
};
