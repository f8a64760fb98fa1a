import type { FailureChoice } from 'backstage-plugin-infra-overview-common';
import { useId } from 'react';
import styles from './Impact.module.css';

export interface DownChooserProps {
  readonly choices: readonly FailureChoice[];
  readonly down: string | undefined;
  readonly onChoose: (path: string | undefined) => void;
}

/** Everything one can ask about, in groups. A select of the browser: it is searched by typing, on every device. */
export const DownChooser = ({ choices, down, onChoose }: DownChooserProps) => {
  const id = useId();
  const groups = [...new Set(choices.map(({ group }) => group))];
  const isKnown = down === undefined || choices.some(({ path }) => path === down);
  return (
    <div className={styles.chooser}>
      <label htmlFor={id}>What goes down?</label>
      <select
        id={id}
        className={styles.select}
        value={down ?? ''}
        onChange={event => onChoose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">nothing</option>
        {!isKnown && <option value={down}>{down}</option>}
        {groups.map(group => (
          <optgroup key={group} label={group}>
            {choices
              .filter(choice => choice.group === group)
              .map(({ path, title }) => (
                <option key={path} value={path}>
                  {title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
};
