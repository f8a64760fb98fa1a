import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type {
  CalendarImportAnswer,
  CalendarImportText,
} from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  FormDialog,
  Muted,
  ToneText,
  failureOf,
  useAsked,
  useSettled,
  type Asked,
} from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { reader } from '../../time/reader';
import previewStyles from '../dialogs/Preview.module.css';
import { missingReason } from '../dialogs/dialogProps';
import { Labelled } from '../dialogs/Labelled';
import { FileField } from './FileField';
import { SuggestField } from './SuggestField';

const KINDS = [
  { value: 'freeze', label: 'Freezes' },
  { value: 'allow', label: 'Openings' },
];

export interface ImportDialogProps {
  readonly levels: readonly string[];
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** The events of a calendar file as freezes or openings: all of them or none, and shown before they are saved. */
export const ImportDialog = ({ levels, onClose, onChanged }: ImportDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const [ics, setIcs] = useState('');
  const [kind, setKind] = useState<CalendarImportText['kind']>('freeze');
  const [level, setLevel] = useState(levels[0] ?? '');
  const [reason, setReason] = useState('');
  const wish: CalendarImportText = {
    level: level.trim(),
    kind,
    ics,
    timeZone: reader.zone,
    ...(reason.trim().length >= 10 && { reason: reason.trim() }),
  };
  const save = async () => {
    const imported = await api.importCalendar(wish);
    onChanged();
    return imported.impact;
  };
  return (
    <FormDialog
      title="Import a calendar file"
      submitLabel="Import"
      missing={ics === '' ? 'Choose a file' : missingReason(reason)}
      onSubmit={save}
      onClose={onClose}
    >
      <FileField label="Calendar file (.ics)" accept=".ics,text/calendar" onText={setIcs} />
      <Labelled label="Its events are">
        <ChipChoice
          label="Its events are"
          choices={KINDS}
          value={kind}
          onChange={value => setKind(value === 'allow' ? 'allow' : 'freeze')}
        />
      </Labelled>
      <SuggestField
        label="At the level of"
        value={level}
        onChange={setLevel}
        suggestions={levels}
      />
      <TextAreaField
        label="Reason"
        description="Shown to whoever is held."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <Muted>Days without a time, and times without a zone, are read in {reader.zone}.</Muted>
      {ics !== '' && <Preview wish={wish} />}
    </FormDialog>
  );
};

function Preview({ wish }: { readonly wish: CalendarImportText }) {
  const api = useApi(deployWindowsApiRef);
  const key = useSettled(JSON.stringify(wish), 400);
  const asked = useAsked(`import ${key}`, () =>
    api.importCalendar({ ...(JSON.parse(key) as CalendarImportText), dryRun: true }),
  );
  return (
    <section className={previewStyles.preview} aria-label="What it would do" aria-live="polite">
      <Lines asked={asked} />
    </section>
  );
}

function Lines({ asked }: { readonly asked: Asked<CalendarImportAnswer> }) {
  switch (asked.state) {
    case 'loading':
      return <Muted>Reading the file…</Muted>;
    case 'failed':
      return <ToneText tone="warning">{failureOf(asked.error).message}</ToneText>;
    case 'answered':
      return (
        <>
          <b>{asked.answer.impact}</b>
          <ul>
            {asked.answer.windows.map(({ title, sentence }) => (
              <li key={`${title} ${sentence}`}>
                {title}: {sentence}
              </li>
            ))}
          </ul>
        </>
      );
    default:
      throw new Error(asked satisfies never);
  }
}
