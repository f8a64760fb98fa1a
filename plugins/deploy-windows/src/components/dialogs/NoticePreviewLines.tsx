import type { NoticePreview } from 'backstage-plugin-deploy-windows-common';
import { Muted, ToneText, failureOf, type Asked } from 'backstage-plugin-infra-overview-react';
import { leadWords } from '../../lib/words';
import styles from './Preview.module.css';

export interface NoticePreviewLinesProps {
  readonly asked: Asked<NoticePreview>;
  readonly way: 'send' | 'record';
}

/** What it would do, as the server sees it. */
export const NoticePreviewLines = ({ asked, way }: NoticePreviewLinesProps) => (
  <section className={styles.preview} aria-label="What it would do" aria-live="polite">
    {asked.state === 'loading' && <Muted>Asking what it would do…</Muted>}
    {asked.state === 'failed' && (
      <ToneText tone="warning">{failureOf(asked.error).message}</ToneText>
    )}
    {asked.state === 'answered' && <Lines preview={asked.answer} way={way} />}
  </section>
);

function Lines({
  preview,
  way,
}: {
  readonly preview: NoticePreview;
  readonly way: 'send' | 'record';
}) {
  const { audienceTitle, contacts, lead, freesText, text } = preview;
  return (
    <>
      {way === 'send' && (
        <p>
          {freesText === undefined ? (
            <ToneText tone="warning">
              If sent now, it frees no start: the range ends before the lead is over.
            </ToneText>
          ) : (
            <ToneText tone="good">If sent now, you may start {freesText}.</ToneText>
          )}
        </p>
      )}
      <p>
        {audienceTitle} must know {leadWords(lead)} before.{' '}
        {contacts.length === 0
          ? 'No contact is declared, so nobody can be told from here.'
          : `Goes to ${contacts.join(', ')}.`}
      </p>
      <blockquote className={styles.text}>{text}</blockquote>
    </>
  );
}
