import { Checkbox, Select, TextField } from '@backstage/ui';
import { ChipChoice, InputField } from 'backstage-plugin-infra-overview-react';
import { WEEKDAYS, type ScheduleForm, type Weekday } from '../../lib/scheduleForm';
import { Labelled } from '../dialogs/Labelled';
import styles from './ScheduleFields.module.css';

const TYPES: readonly { readonly value: ScheduleForm['type']; readonly label: string }[] = [
  { value: 'once', label: 'Once' },
  { value: 'weekly', label: 'Every week' },
  { value: 'monthly', label: 'Every month' },
  { value: 'rrule', label: 'By rule' },
];
const NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const WEEKDAY_OPTIONS = WEEKDAYS.map(id => ({ id, label: NAMES[id] }));
const NTH_OPTIONS = [
  { id: '1', label: 'first' },
  { id: '2', label: 'second' },
  { id: '3', label: 'third' },
  { id: '4', label: 'fourth' },
  { id: 'last', label: 'last' },
];

export interface ScheduleFieldsProps {
  readonly form: ScheduleForm;
  readonly onChange: (form: ScheduleForm) => void;
}

/** When a window is: its fields by the kind of schedule. What they mean is said by the server's sentence below the form. */
export const ScheduleFields = ({ form, onChange }: ScheduleFieldsProps) => {
  const set = (part: Partial<ScheduleForm>) => onChange({ ...form, ...part });
  return (
    <>
      <Labelled label="When">
        <ChipChoice
          label="When"
          choices={TYPES}
          value={form.type}
          onChange={type => set({ type: type as ScheduleForm['type'] })}
        />
      </Labelled>
      {form.type === 'once' && (
        <div className={styles.pair}>
          <InputField
            label="Starts"
            type="datetime-local"
            value={form.start}
            onChange={start => set({ start })}
            isRequired
          />
          <InputField
            label="Ends"
            type="datetime-local"
            value={form.end}
            onChange={end => set({ end })}
            isRequired
          />
        </div>
      )}
      {form.type === 'weekly' && (
        <fieldset className={styles.days}>
          <legend>On</legend>
          {WEEKDAYS.map(day => (
            <Checkbox
              key={day}
              isSelected={form.days.includes(day)}
              onChange={isOn =>
                set({ days: isOn ? [...form.days, day] : form.days.filter(other => other !== day) })
              }
            >
              {NAMES[day].slice(0, 3)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {form.type === 'monthly' && (
        <div className={styles.pair}>
          <Select
            label="On the"
            value={form.nth}
            options={NTH_OPTIONS}
            onChange={nth => set({ nth: String(nth) as ScheduleForm['nth'] })}
          />
          <Select
            label="Weekday"
            value={form.weekday}
            options={WEEKDAY_OPTIONS}
            onChange={weekday => set({ weekday: String(weekday) as Weekday })}
          />
        </div>
      )}
      {form.type === 'rrule' && (
        <div className={styles.pair}>
          <TextField
            label="Rule"
            description="RFC 5545, days only"
            value={form.rule}
            onChange={rule => set({ rule })}
            isRequired
          />
          <InputField
            label="Counts from"
            type="date"
            value={form.firstDate}
            onChange={firstDate => set({ firstDate })}
            isRequired
          />
        </div>
      )}
      {form.type !== 'once' && (
        <div className={styles.pair}>
          <InputField
            label="From"
            type="time"
            value={form.from}
            onChange={from => set({ from })}
            isRequired
          />
          <InputField
            label="To"
            type="time"
            description="Not after From: on the next day"
            value={form.to}
            onChange={to => set({ to })}
            isRequired
          />
        </div>
      )}
    </>
  );
};
