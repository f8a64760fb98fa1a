import { parseEntityRef } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import type { WindowsFleet } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice } from 'backstage-plugin-infra-overview-react';
import styles from './Calendar.module.css';
import { FilterChoice, Find, withChosen } from './FilterFields';
import { STATES, type CalendarQuery } from './fleetQueryInUrl';
import { shiftDay } from './shiftDay';
import type { CalendarChange } from './useCalendarQuery';

export interface CalendarFiltersProps {
  readonly query: CalendarQuery;
  readonly fleet: WindowsFleet | undefined;
  readonly onChange: (change: CalendarChange) => void;
}

const nameOf = (ref: string) => parseEntityRef(ref, { defaultKind: 'unknown' }).name;
const same = (value: string) => value;

type FilterId = 'domain' | 'system' | 'owner' | 'environment' | 'stage';
const FILTERS: readonly {
  readonly id: FilterId;
  readonly label: string;
  readonly values: (facets: WindowsFleet['facets']) => readonly string[];
  readonly words: (value: string) => string;
}[] = [
  { id: 'domain', label: 'Organisation', values: ({ domains }) => domains, words: nameOf },
  { id: 'system', label: 'System', values: ({ systems }) => systems, words: nameOf },
  { id: 'owner', label: 'Owner', values: ({ owners }) => owners, words: nameOf },
  { id: 'stage', label: 'Stage', values: ({ stages }) => stages, words: same },
];

export const CalendarFilters = ({ query, fleet, onChange }: CalendarFiltersProps) => (
  <div className={styles.filters} role="search" aria-label="Deploys">
    <div className={styles.find}>
      <Find
        placeholder="Service, environment"
        text={query.text ?? ''}
        onChange={text => onChange({ text: text === '' ? undefined : text })}
      />
    </div>
    {FILTERS.map(({ id, label, values, words }) => (
      <div key={id} className={styles.filter}>
        <FilterChoice
          label={label}
          chosen={query[id]}
          options={withChosen(fleet ? values(fleet.facets) : [], query[id]).map(value => ({
            id: value,
            label: words(value),
          }))}
          onChange={value => onChange({ [id]: value })}
        />
      </div>
    ))}
    <div className={styles.filter}>
      <FilterChoice
        label="Shown"
        chosen={query.state}
        options={Object.entries(STATES).map(([id, label]) => ({ id, label }))}
        onChange={value => onChange({ state: value as CalendarQuery['state'] })}
      />
    </div>
  </div>
);

export const CalendarSteps = ({ query, fleet, onChange }: CalendarFiltersProps) => {
  const first = fleet?.days[0]?.date;
  const step = query.view === 'week' ? 7 : 28;
  const go = (days: number) => first !== undefined && onChange({ start: shiftDay(first, days) });
  return (
    <div className={styles.steps}>
      <ChipChoice
        label="Length of the calendar"
        choices={[
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Four weeks' },
        ]}
        value={query.view}
        onChange={view => onChange({ view: view === 'week' ? 'week' : 'month' })}
      />
      <Button
        variant="secondary"
        size="small"
        onPress={() => go(-step)}
        isDisabled={first === undefined}
      >
        Earlier
      </Button>
      <Button
        variant="secondary"
        size="small"
        onPress={() => onChange({ start: undefined })}
        isDisabled={query.start === undefined}
      >
        Today
      </Button>
      <Button
        variant="secondary"
        size="small"
        onPress={() => go(step)}
        isDisabled={first === undefined}
      >
        Later
      </Button>
    </div>
  );
};
