import { useApi } from '@backstage/core-plugin-api';
import { Checkbox, TextAreaField, TextField } from '@backstage/ui';
import type { Instant, WindowWishText } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  FormDialog,
  InputField,
  ToneText,
} from 'backstage-plugin-infra-overview-react';
import { useMemo, useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { newScheduleForm, scheduleOf } from '../../lib/scheduleForm';
import { instantOfLocal, localOfInstant } from '../../time/localInput';
import { reader } from '../../time/reader';
import { knownZones } from '../../time/zones';
import { missingReason } from '../dialogs/dialogProps';
import { Labelled } from '../dialogs/Labelled';
import { useOnce } from '../dialogs/useOnce';
import { ScheduleFields } from './ScheduleFields';
import { SuggestField } from './SuggestField';
import { useWindowPreview } from './useWindowPreview';
import { WindowPreviewLines } from './WindowPreviewLines';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS = [
  { value: 'freeze', label: 'Freeze' },
  { value: 'allow', label: 'Opening' },
  { value: 'notice', label: 'Agreed time' },
];

export interface WindowDialogProps {
  /** Levels to offer: entities, or an entity with `#environment`. */
  readonly levels: readonly string[];
  readonly zone: string;
  readonly at: Instant;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** A window or freeze that stands in the database, beside what the catalog declares. Its effect is shown before it is saved. */
export const WindowDialog = ({
  levels,
  zone: usualZone,
  at,
  onClose,
  onChanged,
}: WindowDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const zones = useMemo(knownZones, []);
  const [kind, setKind] = useState<WindowWishText['kind']>('freeze');
  const [level, setLevel] = useState(levels[0] ?? '');
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [zone, setZone] = useState(usualZone);
  const [audience, setAudience] = useState('');
  const [form, setForm] = useState(() =>
    newScheduleForm(localOfInstant(at + HOUR), localOfInstant(at + 5 * HOUR)),
  );
  const [until, setUntil] = useState(() => localOfInstant(at + 7 * DAY));
  const [isHard, setHard] = useState(false);
  const [overridableBy, setOverridableBy] = useState('');

  const schedule = scheduleOf(form);
  const end = instantOfLocal(until);
  const wish: WindowWishText | string =
    typeof schedule === 'string'
      ? schedule
      : {
          kind,
          level: level.trim(),
          title: title.trim() === '' ? 'Untitled' : title.trim(),
          ...(reason.trim().length >= 10 && { reason: reason.trim() }),
          schedule,
          timeZone: zone.trim(),
          ...(kind === 'notice' && audience.trim() !== '' && { audience: audience.trim() }),
          ...(form.type !== 'once' && end !== undefined && { expiresAt: end }),
          ...(kind === 'freeze' &&
            isHard && {
              hard: true,
              overridableBy: overridableBy.split(/[\s,]+/).filter(name => name !== ''),
            }),
        };
  const save = async () => {
    if (typeof wish === 'string') throw new Error(wish);
    const window = await api.createWindow(wish, once);
    onChanged();
    return `Saved: ${window.title}. ${window.sentence}`;
  };
  return (
    <FormDialog
      title="New window or freeze"
      submitLabel={kind === 'freeze' ? 'Freeze' : 'Save'}
      tone={kind === 'freeze' ? 'destructive' : 'normal'}
      missing={missing(title, level, reason, wish)}
      onSubmit={save}
      onClose={onClose}
    >
      <Labelled label="Kind">
        <ChipChoice
          label="Kind"
          choices={KINDS}
          value={kind}
          onChange={value => setKind(value as WindowWishText['kind'])}
        />
      </Labelled>
      <SuggestField
        label="At the level of"
        value={level}
        onChange={setLevel}
        suggestions={levels}
      />
      <TextField label="Title" value={title} onChange={setTitle} isRequired />
      <TextAreaField
        label="Reason"
        description="Shown to whoever is held."
        value={reason}
        onChange={setReason}
        isRequired
      />
      {kind === 'notice' && (
        <TextField
          label="Audience"
          description="Its id in the document of that level."
          value={audience}
          onChange={setAudience}
        />
      )}
      <ScheduleFields form={form} onChange={setForm} />
      <SuggestField label="Time zone" value={zone} onChange={setZone} suggestions={zones} />
      {form.type !== 'once' && (
        <InputField
          label="Gone after"
          type="datetime-local"
          description={`Your time, ${reader.zone}. A freeze that nobody ends is a freeze that is forgotten.`}
          value={until}
          onChange={setUntil}
          isRequired
        />
      )}
      {kind === 'freeze' && (
        <Checkbox isSelected={isHard} onChange={setHard}>
          Hard: only those named below can override it
        </Checkbox>
      )}
      {kind === 'freeze' && isHard && (
        <TextField
          label="Who can override it"
          description="group:default/on-call, user:default/ada"
          value={overridableBy}
          onChange={setOverridableBy}
        />
      )}
      {typeof wish === 'string' ? (
        <ToneText tone="warning">{wish}</ToneText>
      ) : (
        <Preview wish={wish} />
      )}
    </FormDialog>
  );
};

function Preview({ wish }: { readonly wish: WindowWishText }) {
  return <WindowPreviewLines asked={useWindowPreview(wish)} />;
}

function missing(
  title: string,
  level: string,
  reason: string,
  wish: WindowWishText | string,
): string | undefined {
  if (level.trim() === '') return 'Say at which level';
  if (title.trim().length < 3) return 'Give it a title';
  return missingReason(reason) ?? (typeof wish === 'string' ? wish : undefined);
}
