import { useMemo } from 'react';
import { DataTable, OutsideLink } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import { BlockFields } from '../shared';
import { ObservedSources } from './ObservedSources';
import { SOURCE_COLUMNS, type SourceRow } from './sourceColumns';
import { statementsOf } from './statementsOf';

/** The documents this page is made of, how old they are, and where they are kept. */
export const SourcesSection = () => {
  const { overview, effective, view } = useView();
  const { entity, chain, parts } = overview;
  const rows = useMemo(
    () =>
      [...chain, ...parts.map(part => ({ ...part, level: 'component' as const }))].map(
        (source): SourceRow => ({
          ...source,
          statements: statementsOf(effective.origins, source.entityRef),
        }),
      ),
    [chain, parts, effective],
  );
  const { status, tier, verified } = view.document;
  const file = entity.editUrl ?? entity.sourceUrl;
  return (
    <ViewSection id="sources" draw="always" count={rows.length}>
      <DataTable
        caption="Documents this page is made of"
        columns={SOURCE_COLUMNS}
        rows={rows}
        rowKey={row => row.entityRef}
      />
      <BlockFields block={{ status, tier, verified }} at="" />
      {file !== undefined && (
        <p>
          <OutsideLink href={file}>Open the file of {entity.title}</OutsideLink>
        </p>
      )}
      <ObservedSources />
    </ViewSection>
  );
};
