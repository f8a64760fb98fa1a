import { Select } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Facet, FleetFacets, FleetQuery } from 'backstage-plugin-infra-overview-common';
import styles from './Fleet.module.css';
import { TextFilter } from './TextFilter';
import type { FleetChange } from './useFleetQuery';

export interface FleetFiltersProps {
  readonly query: FleetQuery;
  readonly facets: FleetFacets | undefined;
  readonly onChange: (change: FleetChange) => void;
}

const ANY = '';
const nameOf = (ref: string) => parseEntityRef(ref, { defaultKind: 'unknown' }).name;

const FILTERS: readonly {
  readonly id: 'domain' | 'owner' | 'platform' | 'stage' | 'provider';
  readonly label: string;
  readonly facet: (facets: FleetFacets) => readonly Facet[];
  readonly words?: (value: string) => string;
}[] = [
  { id: 'domain', label: 'Organisation', facet: facets => facets.domains, words: nameOf },
  { id: 'owner', label: 'Owner', facet: facets => facets.owners, words: nameOf },
  { id: 'platform', label: 'Platform', facet: facets => facets.platforms },
  { id: 'stage', label: 'Has environment', facet: facets => facets.stages },
  { id: 'provider', label: 'Provider', facet: facets => facets.providers },
];

export const FleetFilters = ({ query, facets, onChange }: FleetFiltersProps) => (
  <div className={styles.filters} role="search" aria-label="Projects">
    <TextFilter
      text={query.text ?? ''}
      placeholder="Project, product, host"
      onChange={text => onChange({ text: text || undefined })}
    />
    {FILTERS.map(({ id, label, facet, words = value => value }) => (
      <div key={id} className={styles.filter}>
        <Select
          label={label}
          value={query[id] ?? ANY}
          onChange={value =>
            onChange({ [id]: value === null || value === ANY ? undefined : String(value) })
          }
          options={[
            { id: ANY, label: 'any' },
            ...optionsOf(facets === undefined ? [] : facet(facets), query[id]).map(
              ({ value, count }) => ({
                id: value,
                label: count === undefined ? words(value) : `${words(value)} (${count})`,
              }),
            ),
          ]}
        />
      </div>
    ))}
  </div>
);

/** A filter from an old link stays visible, even if nothing matches it any more. */
function optionsOf(
  facets: readonly Facet[],
  chosen: string | undefined,
): readonly { value: string; count?: number }[] {
  if (chosen === undefined || facets.some(facet => facet.value === chosen)) return facets;
  return [...facets, { value: chosen }];
}
