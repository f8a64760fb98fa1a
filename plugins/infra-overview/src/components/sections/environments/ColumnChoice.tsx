import { ToggleButton } from '@backstage/ui';
import styles from './Matrix.module.css';

export interface ColumnChoiceProps {
  readonly environments: readonly string[];
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}

/** Which environments stand side by side. Two at least: one alone compares with nothing. */
export const ColumnChoice = ({ environments, shown, onChange }: ColumnChoiceProps) => (
  <div role="group" aria-label="Environments shown side by side" className={styles.columns}>
    {environments.map(name => {
      const selected = shown.includes(name);
      return (
        <ToggleButton
          key={name}
          size="small"
          isSelected={selected}
          isDisabled={selected && shown.length <= 2}
          onChange={() =>
            onChange(
              environments.filter(other => (other === name ? !selected : shown.includes(other))),
            )
          }
        >
          {name}
        </ToggleButton>
      );
    })}
  </div>
);
