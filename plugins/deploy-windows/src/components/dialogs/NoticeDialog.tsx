import { useApi } from '@backstage/core-plugin-api';
import { TextAreaField } from '@backstage/ui';
import type { NoticeAnswer } from 'backstage-plugin-deploy-windows-common';
import { ChipChoice, FormDialog, InputField } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import type { Grant, GrantName } from '../../access/useGrants';
import { deployWindowsApiRef } from '../../api';
import { instantOfLocal, localOfInstant } from '../../time/localInput';
import { reader } from '../../time/reader';
import type { TargetDialogProps } from './dialogProps';
import { Labelled } from './Labelled';
import { NoticePreviewLines } from './NoticePreviewLines';
import { useNoticePreview } from './useNoticePreview';
import { useOnce } from './useOnce';

export interface NoticeDialogProps extends TargetDialogProps {
  readonly grants: Readonly<Pick<Record<GrantName, Grant>, 'sendNotice' | 'recordNotice'>>;
}

type Way = 'send' | 'record';

/** Tells an audience of a deploy, or writes down that it was told; shows the text and the earliest start first. */
export const NoticeDialog = ({ decision, at, grants, onClose, onChanged }: NoticeDialogProps) => {
  const api = useApi(deployWindowsApiRef);
  const once = useOnce();
  const { entityRef, environment, notices } = decision;
  const ways = waysOf(grants);
  const [way, setWay] = useState<Way>(ways[0]?.value ?? 'send');
  const [audience, setAudience] = useState(
    () => notices.find(({ state }) => state === 'none')?.audience ?? notices[0]?.audience ?? '',
  );
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const [toldAt, setToldAt] = useState(() => localOfInstant(at));
  const [evidence, setEvidence] = useState('');

  const start = instantOfLocal(from);
  const end = instantOfLocal(to);
  const wish = {
    entity: entityRef,
    environment,
    ...(audience !== '' && { audience }),
    ...(start !== undefined && { from: start }),
    ...(end !== undefined && { to: end }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
  const preview = useNoticePreview(wish);
  const told = instantOfLocal(toldAt);

  const submit = async () => {
    const notice =
      way === 'send'
        ? await api.sendNotice(wish, once)
        : await api.recordNotice(
            { ...wish, evidence: evidence.trim(), ...(told !== undefined && { toldAt: told }) },
            once,
          );
    onChanged();
    return confirmation(notice);
  };
  return (
    <FormDialog
      title={`Tell them of a deploy to ${environment}`}
      submitLabel={way === 'send' ? 'Tell them' : 'Record it'}
      missing={missingOf(way, evidence, start, end)}
      onSubmit={submit}
      onClose={onClose}
    >
      {notices.length > 1 && (
        <Labelled label="Audience">
          <ChipChoice
            label="Audience"
            choices={notices.map(({ audience: value, title }) => ({ value, label: title }))}
            value={audience}
            onChange={setAudience}
          />
        </Labelled>
      )}
      {ways.length > 1 && (
        <ChipChoice
          label="How"
          choices={ways}
          value={way}
          onChange={value => setWay(value as Way)}
        />
      )}
      <InputField
        label="Deploys from"
        type="datetime-local"
        value={from}
        onChange={setFrom}
        description={`Your time, ${reader.zone}. Left out: as soon as the lead is over.`}
      />
      <InputField
        label="until"
        type="datetime-local"
        value={to}
        onChange={setTo}
        description="Inside this range no further notice is needed."
      />
      {way === 'record' && (
        <>
          <InputField
            label="They were told at"
            type="datetime-local"
            value={toldAt}
            onChange={setToldAt}
            description={`Your time, ${reader.zone}`}
          />
          <TextAreaField
            label="How they were told"
            description="A mail, a call, a ticket: what could be shown later."
            value={evidence}
            onChange={setEvidence}
            isRequired
          />
        </>
      )}
      <TextAreaField
        label="Text"
        description="Left out: written from what is declared, as shown below."
        value={text}
        onChange={setText}
        rows={4}
      />
      <NoticePreviewLines asked={preview} way={way} />
    </FormDialog>
  );
};

function waysOf(
  grants: NoticeDialogProps['grants'],
): readonly { readonly value: Way; readonly label: string }[] {
  const all = [
    { value: 'send' as const, label: 'Tell them now', grant: grants.sendNotice },
    { value: 'record' as const, label: 'I told them already', grant: grants.recordNotice },
  ];
  return all.filter(({ grant }) => grant.state === 'granted');
}

function missingOf(
  way: Way,
  evidence: string,
  start: string | undefined,
  end: string | undefined,
): string | undefined {
  if (start !== undefined && end !== undefined && Date.parse(end) <= Date.parse(start))
    return 'The range ends before it begins';
  return way === 'record' && evidence.trim().length < 3 ? 'Say how they were told' : undefined;
}

function confirmation({ audienceTitle, state, freesText }: NoticeAnswer): string {
  const done =
    state === 'recorded'
      ? `It is recorded that ${audienceTitle} was told.`
      : `${audienceTitle} is being told.`;
  return freesText === undefined
    ? `${done} It frees no start: the range ends before the lead is over.`
    : `${done} You may start ${freesText}.`;
}
