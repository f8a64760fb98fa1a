import { useApi } from '@backstage/core-plugin-api';
import { Checkbox, TextAreaField, TextField } from '@backstage/ui';
import { ChipChoice, FormDialog } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import type { Grant } from '../../access/useGrants';
import { deployWindowsApiRef } from '../../api';
import { overridableRules } from '../../lib/decisions';
import { formatInstant } from '../../time/formatInstant';
import { missingReason, type TargetDialogProps } from './dialogProps';
import { Labelled } from './Labelled';
import { OverrideConsequences } from './OverrideConsequences';
import { useOnce } from './useOnce';

export interface OverrideDialogProps extends TargetDialogProps {
  readonly emergency: Grant;
}

type Use = 'single' | 'timed';

const HOUR = 3_600_000;
const LENGTHS = [1, 4, 8, 24].map(hours => ({
  value: `${hours}`,
  label: hours === 1 ? '1 hour' : `${hours} hours`,
  hours,
}));
const LONGEST_EMERGENCY = 4;
const USES = [
  { value: 'single', label: 'One deploy' },
  { value: 'timed', label: 'Any number until it ends' },
];

/** A named exception: the exact rules, a reason, an end. The rules that hold now are ticked. */
export const OverrideDialog = ({
  decision,
  at,
  emergency,
  onClose,
  onChanged,
}: OverrideDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const offered = overridableRules(decision);
  const [rules, setRules] = useState<ReadonlySet<string>>(
    () => new Set(offered.map(({ rule }) => rule)),
  );
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const [use, setUse] = useState<Use>('single');
  const [hours, setHours] = useState('4');
  const [users, setUsers] = useState('');
  const [isEmergency, setEmergency] = useState(false);
  const { entityRef, environment, zone } = decision;
  const end = at + Number(hours) * HOUR;
  const usableBy = users.split(/[\s,]+/).filter(user => user !== '');

  const toggle = (rule: string, isTicked: boolean) => {
    const next = new Set(rules);
    if (isTicked) next.add(rule);
    else next.delete(rule);
    setRules(next);
  };
  const request = async () => {
    const override = await api.requestOverride(
      {
        entity: entityRef,
        environment,
        rules: [...rules],
        end: new Date(end).toISOString(),
        use: isEmergency ? 'single' : use,
        reason: reason.trim(),
        ...(ticket.trim() !== '' && { ticket: ticket.trim() }),
        ...(usableBy.length > 0 && { usableBy }),
        ...(isEmergency && { emergency: true }),
      },
      once,
    );
    onChanged();
    return override.state === 'waiting'
      ? 'Requested. A second person has to approve it before it counts; the approvers are told.'
      : `In force until ${formatInstant(override.end, zone)} (${zone}).`;
  };
  const setEmergencyAndEnd = (isOn: boolean) => {
    setEmergency(isOn);
    if (isOn && Number(hours) > LONGEST_EMERGENCY) setHours(`${LONGEST_EMERGENCY}`);
  };
  return (
    <FormDialog
      title={`Request an override for ${environment}`}
      submitLabel={isEmergency ? 'Override now' : 'Request'}
      tone={isEmergency ? 'destructive' : 'normal'}
      missing={rules.size === 0 ? 'Choose what it sets aside' : missingReason(reason)}
      onSubmit={request}
      onClose={onClose}
    >
      <fieldset>
        <legend>It sets aside</legend>
        {offered.map(({ rule, text }) => (
          <Checkbox
            key={rule}
            isSelected={rules.has(rule)}
            onChange={isTicked => toggle(rule, isTicked)}
          >
            {text}
          </Checkbox>
        ))}
      </fieldset>
      <TextAreaField
        label="Reason"
        description="Goes into the log, with your name."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <TextField label="Ticket" value={ticket} onChange={setTicket} />
      {emergency.state === 'granted' && (
        <Checkbox isSelected={isEmergency} onChange={setEmergencyAndEnd}>
          Emergency: a hotfix, at once, used once
        </Checkbox>
      )}
      {!isEmergency && (
        <Labelled label="For">
          <ChipChoice
            label="For"
            choices={USES}
            value={use}
            onChange={value => setUse(value as Use)}
          />
        </Labelled>
      )}
      <Labelled label="Ends after">
        <ChipChoice
          label="Ends after"
          choices={
            isEmergency ? LENGTHS.filter(length => length.hours <= LONGEST_EMERGENCY) : LENGTHS
          }
          value={hours}
          onChange={setHours}
        />
      </Labelled>
      <TextField
        label="Who may use it"
        description="Left out: you. Names such as user:default/ada, or a pipeline, with commas between."
        value={users}
        onChange={setUsers}
      />
      <OverrideConsequences
        decision={decision}
        rules={rules}
        end={end}
        use={isEmergency ? 'emergency' : use}
      />
    </FormDialog>
  );
};
