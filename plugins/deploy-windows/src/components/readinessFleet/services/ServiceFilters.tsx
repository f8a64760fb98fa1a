import type { SubjectsAnswer } from 'backstage-plugin-deploy-windows-common';
import { STATUS_ORDER, describeStatus } from '../../../lib/readiness/describeStatus';
import { VERDICT_ORDER, describeVerdict } from '../../../lib/readiness/describeVerdict';
import { FilterChoice, Find, withChosen } from '../../fleet/FilterFields';
import { nameOf } from '../nameOf';
import type { PageChange, PageParameters } from '../usePageParameters';
import styles from '../Fleet.module.css';

type Facets = SubjectsAnswer['facets'];

export interface ServiceFiltersProps {
  readonly parameters: PageParameters;
  readonly facets: Facets | undefined;
  readonly onChange: (change: PageChange) => void;
}

const same = (value: string) => value;
const FILTERS: readonly {
  readonly id: 'domain' | 'system' | 'owner' | 'stage' | 'environment';
  readonly label: string;
  readonly values: (facets: Facets) => readonly string[];
  readonly words: (value: string) => string;
}[] = [
  { id: 'domain', label: 'Organisation', values: ({ domains }) => domains, words: nameOf },
  { id: 'system', label: 'System', values: ({ systems }) => systems, words: nameOf },
  { id: 'owner', label: 'Owner', values: ({ owners }) => owners, words: nameOf },
  { id: 'stage', label: 'Stage', values: ({ stages }) => stages, words: same },
  {
    id: 'environment',
    label: 'Environment',
    values: ({ environments }) => environments,
    words: same,
  },
];

export const ServiceFilters = ({ parameters, facets, onChange }: ServiceFiltersProps) => (
  <div className={styles.filters} role="search" aria-label="Services">
    <div className={styles.find}>
      <Find
        placeholder="Service"
        text={parameters.text ?? ''}
        onChange={text => onChange({ text: text === '' ? undefined : text })}
      />
    </div>
    {FILTERS.map(({ id, label, values, words }) => (
      <div key={id} className={styles.filter}>
        <FilterChoice
          label={label}
          chosen={parameters[id]}
          options={withChosen(facets ? values(facets) : [], parameters[id]).map(value => ({
            id: value,
            label: words(value),
          }))}
          onChange={value => onChange({ [id]: value })}
        />
      </div>
    ))}
    <div className={styles.filter}>
      <FilterChoice
        label="Verdict"
        chosen={parameters.verdict}
        options={VERDICT_ORDER.map(id => ({ id, label: describeVerdict(id).word }))}
        onChange={verdict => onChange({ verdict })}
      />
    </div>
    <div className={styles.find}>
      <Find
        label="Check"
        placeholder="Id of a check"
        text={parameters.check ?? ''}
        onChange={check => onChange({ check: check === '' ? undefined : check })}
      />
    </div>
    <div className={styles.filter}>
      <FilterChoice
        label="Status of a check"
        chosen={parameters.status}
        options={STATUS_ORDER.map(id => ({ id, label: describeStatus(id).word }))}
        onChange={status => onChange({ status })}
      />
    </div>
    <div className={styles.filter}>
      <FilterChoice
        label="Evidence"
        chosen={parameters.evidence}
        options={[{ id: 'declared', label: 'A must-have is only declared' }]}
        onChange={evidence => onChange({ evidence })}
      />
    </div>
  </div>
);
