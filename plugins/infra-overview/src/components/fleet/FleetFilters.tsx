import { SearchField, Select } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Facet, FleetFacets, FleetQuery } from 'backstage-plugin-infra-overview-common';
import { useEffect, useState } from 'react';
import { useSettled } from 'backstage-plugin-infra-overview-react';
import styles from './Fleet.module.css';
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

const TextFilter = ({
  text,
  onChange,
}: {
  readonly text: string;
  readonly onChange: (text: string) => void;
}) => {
  const [typed, setTyped] = useState(text);
  const settled = useSettled(typed);
  useEffect(() => setTyped(text), [text]); // the back button and saved questions change it from outside
  useEffect(() => {
    if (settled !== text) onChange(settled);
    // Only what was typed may ask; a change from outside has been asked already.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <div className={styles.find}>
      <SearchField
        label="Find"
        size="small"
        placeholder="Project, product, host"
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
};

export const FleetFilters = ({ query, facets, onChange }: FleetFiltersProps) => (
  <div className={styles.filters} role="search" aria-label="Projects">
    <TextFilter text={query.text ?? ''} onChange={text => onChange({ text: text || undefined })} />
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
