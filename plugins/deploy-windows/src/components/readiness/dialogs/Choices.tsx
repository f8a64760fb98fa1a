import { Radio, RadioGroup } from '@backstage/ui';

export interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each in words on its own line. */
export function Choices<Value extends string>({
  label,
  words,
  value,
  onChange,
}: ChoicesProps<Value>) {
  return (
    <RadioGroup label={label} value={value ?? ''} onChange={chosen => onChange(chosen as Value)}>
      {(Object.entries(words) as [Value, string][]).map(([code, text]) => (
        <Radio key={code} value={code}>
          {text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
