import { Select } from '@backstage/ui';
import type { DriftFinding, DriftStatus } from 'backstage-plugin-infra-overview-common';
import { statusWords } from '../../../lib/describeFinding';
import { useSourceTitle } from '../../observed/useSourceTitle';
import type { DriftFilter } from './driftGroups';
import styles from './Drift.module.css';

export interface DriftFiltersProps {
  readonly findings: readonly DriftFinding[];
  readonly filter: DriftFilter;
  readonly onChange: (filter: DriftFilter) => void;
}

const ANY = '';

/** Offered only where there is something to choose. */
export const DriftFilters = ({ findings, filter, onChange }: DriftFiltersProps) => {
  const sourceTitle = useSourceTitle();
  const choices: readonly {
    readonly name: keyof DriftFilter;
    readonly label: string;
    readonly words: (value: string) => string;
  }[] = [
    { name: 'status', label: 'Status', words: value => statusWords(value as DriftStatus) },
    { name: 'environment', label: 'Environment', words: value => value },
    { name: 'source', label: 'Source', words: sourceTitle },
  ];
  const offered = choices.flatMap(choice => {
    const values = [...new Set(findings.flatMap(finding => finding[choice.name] ?? []))];
    return values.length > 1 ? [{ ...choice, values }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <div className={styles.filters} role="group" aria-label="Which differences">
      {offered.map(({ name, label, values, words }) => (
        <div key={name} className={styles.filter}>
          <Select
            label={label}
            size="small"
            value={filter[name] ?? ANY}
            options={[
              { id: ANY, label: 'any' },
              ...values.map(value => ({ id: value, label: words(value) })),
            ]}
            onChange={value => onChange(changed(filter, name, value))}
          />
        </div>
      ))}
    </div>
  );
};

function changed(filter: DriftFilter, name: keyof DriftFilter, value: unknown): DriftFilter {
  const { [name]: _, ...others } = filter;
  return value === ANY || value === null ? others : { ...others, [name]: String(value) };
}
