import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { cx } from '../../kit';
import styles from './shared.module.css';

export interface Choice<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

export interface ChoiceButtonsProps<Key extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** One of a few filters; exactly one is on. */
export function ChoiceButtons<Key extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: ChoiceButtonsProps<Key>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.onScreen)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={keys => {
        const choice = choices.find(({ key }) => keys.has(key));
        if (choice) onChoose(choice.key);
      }}
    >
      {choices.map(({ key, label: words }) => (
        <ToggleButton key={key} id={key} size="small">
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
