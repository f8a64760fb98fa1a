import { SearchField } from '@backstage/ui';
import { useSettled } from 'backstage-plugin-infra-overview-react';
import { useEffect, useState } from 'react';
import styles from './Fleet.module.css';

export interface TextFilterProps {
  readonly text: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}

/** Asks once the typing rests. */
export const TextFilter = ({ text, placeholder, onChange }: TextFilterProps) => {
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
        placeholder={placeholder}
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
};
