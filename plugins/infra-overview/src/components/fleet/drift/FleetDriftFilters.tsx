import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Select } from '@backstage/ui';
import {
  DRIFT_STATUSES,
  type DriftStatus,
  type FleetDriftQuery,
} from 'backstage-plugin-infra-overview-common';
import { useAsked } from 'backstage-plugin-infra-overview-react';
import { infraOverviewApiRef } from '../../../api/infraOverviewApiRef';
import { statusWords } from '../../../lib/describeFinding';
import styles from '../Fleet.module.css';
import { TextFilter } from '../TextFilter';
import { useFacets } from '../useFacets';
import type { DriftWord } from './fleetDriftQuery';

export interface FleetDriftFiltersProps {
  readonly query: FleetDriftQuery;
  readonly onChange: (word: DriftWord, value: string | undefined) => void;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

const ANY: Option = { id: '', label: 'any' };
// What is as declared is no difference, and is not listed.
const STATUSES = DRIFT_STATUSES.filter(status => status !== 'same');

/** Which differences: by project, owner, source and status. */
export const FleetDriftFilters = ({ query, onChange }: FleetDriftFiltersProps) => {
  const api = useApi(infraOverviewApiRef);
  const facets = useFacets();
  // Without an answer the filter stays empty; the table shows the failure of the same server.
  const sources = useAsked('sources', signal => api.sources({ signal }));
  const filters: readonly {
    readonly word: Exclude<DriftWord, 'text'>;
    readonly label: string;
    readonly options: readonly Option[];
  }[] = [
    {
      word: 'owner',
      label: 'Owner',
      options: (facets?.owners ?? []).map(({ value }) => ({ id: value, label: nameOf(value) })),
    },
    {
      word: 'source',
      label: 'Source',
      options:
        sources.state === 'answered'
          ? sources.answer.map(({ source, title }) => ({ id: source, label: title }))
          : [],
    },
    {
      word: 'status',
      label: 'Status',
      options: STATUSES.map((status: DriftStatus) => ({ id: status, label: statusWords(status) })),
    },
  ];
  return (
    <div className={styles.filters} role="search" aria-label="Differences">
      <TextFilter
        text={query.text ?? ''}
        placeholder="Project, what differs"
        onChange={text => onChange('text', text)}
      />
      {filters.map(({ word, label, options }) => (
        <div key={word} className={styles.filter}>
          <Select
            label={label}
            value={query[word] ?? ANY.id}
            options={[ANY, ...withChosen(options, query[word])]}
            onChange={value => onChange(word, value === null ? undefined : String(value))}
          />
        </div>
      ))}
    </div>
  );
};

function nameOf(ref: string): string {
  return parseEntityRef(ref, { defaultKind: 'unknown' }).name;
}

/** A filter from an old link stays visible, even if nothing matches it any more. */
function withChosen(options: readonly Option[], chosen: string | undefined): readonly Option[] {
  if (chosen === undefined || options.some(({ id }) => id === chosen)) return options;
  return [...options, { id: chosen, label: chosen }];
}
