import { describeLead } from 'backstage-plugin-infra-overview-common';
import type { NoticeAnswer, NoticePreview } from 'backstage-plugin-deploy-windows-common';

const STATES: Readonly<Record<NoticeAnswer['state'], string>> = {
  queued: 'will be told in a moment',
  sending: 'are being told',
  sent: 'were told',
  recorded: 'were told, as recorded',
  unconfirmed: 'may or may not have been told; confirm it in the portal',
  failed: 'could not be told',
  withdrawn: 'were told that it does not happen',
};

export function noticeLines(notice: NoticeAnswer): readonly string[] {
  const { audienceTitle, target, from, to, state, id, freesText, freesAt } = notice;
  return [
    `${audienceTitle} ${STATES[state]}: ${target}, ${from} to ${to} (${id}).`,
    ...freed(freesText ?? freesAt),
    ...notice.deliveries.map(
      ({ recipient, channel, state: how }) => `${recipient} by ${channel}: ${how}.`,
    ),
  ];
}

export function noticePreviewLines(preview: NoticePreview): readonly string[] {
  const { audienceTitle, contacts, lead, from, to, text, freesText, freesAt } = preview;
  return [
    `Nothing was sent. ${audienceTitle} (${contacts.join(', ') || 'no contacts'}) would be told ${describeLead(lead)}: ${from} to ${to}.`,
    ...freed(freesText ?? freesAt),
    ...text.split('\n'),
  ];
}

function freed(when: string | undefined): readonly string[] {
  return when === undefined
    ? ['It frees no start: the range is over before the lead is.']
    : [`Earliest start: ${when}.`];
}
