import { SearchField, Select } from '@backstage/ui';
import { useSettled } from 'backstage-plugin-infra-overview-react';
import { useEffect, useState } from 'react';

// No entity, stage or state is called so; an empty text is a filter for nothing.
const ANY = '*';

export interface FindProps {
  readonly label?: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A word to find, asked for once it stands still. */
export const Find = ({ label = 'Find', placeholder, text, onChange }: FindProps) => {
  const [typed, setTyped] = useState(text);
  const settled = useSettled(typed);
  useEffect(() => setTyped(text), [text]); // the back button changes it from outside
  useEffect(() => {
    if (settled !== text) onChange(settled);
    // Only what was typed may ask; a change from outside has been asked already.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <SearchField
      label={label}
      size="small"
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
    />
  );
};

export interface FilterChoiceProps {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of several, or any. */
export const FilterChoice = ({ label, chosen, options, onChange }: FilterChoiceProps) => (
  <Select
    label={label}
    value={chosen ?? ANY}
    onChange={value => onChange(value === null || value === ANY ? undefined : String(value))}
    options={[{ id: ANY, label: 'any' }, ...options]}
  />
);

/** A filter from an old link stays visible, even if nothing matches it any more. */
export function withChosen(
  values: readonly string[],
  chosen: string | undefined,
): readonly string[] {
  return chosen === undefined || values.includes(chosen) ? values : [...values, chosen];
}
